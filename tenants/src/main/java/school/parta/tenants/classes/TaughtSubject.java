package school.parta.tenants.classes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject taught to a group: the right to open one page of the journal.
 *
 * @param schoolClass the class the group belongs to; null for a group of several classes
 * @param mine whether the actor teaches it today
 */
public record TaughtSubject(
        Named group, Named subject, @Nullable Named schoolClass, boolean mine) {

    /** Something that has a name. */
    public record Named(UUID id, String name) {}
}
