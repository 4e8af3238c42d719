package school.parta.tenants.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lesson of a group.
 *
 * @param slot its number by the bells
 * @param teacher surname and initials
 * @param version counts up with every change of topic or homework
 * @param mine whether the actor teaches it
 */
public record Lesson(
        UUID id,
        LocalDate date,
        int slot,
        Instant startsAt,
        Instant endsAt,
        Subject subject,
        Group group,
        @Nullable String room,
        String teacher,
        @Nullable String topic,
        @Nullable Homework homework,
        int version,
        boolean mine) {}
