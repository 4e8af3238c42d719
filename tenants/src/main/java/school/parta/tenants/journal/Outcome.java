package school.parta.tenants.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry has led to.
 *
 * @param id of the mark, or of the lesson
 * @param version as it is now
 * @param seq the provisional ledger number of the change; null when it was so already
 */
record Outcome(UUID id, int version, @Nullable Long seq) {

    static Outcome changed(UUID id, int version, long seq) {
        return new Outcome(id, version, seq);
    }

    static Outcome same(UUID id, int version) {
        return new Outcome(id, version, null);
    }
}
