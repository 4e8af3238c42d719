package school.parta.platform.live;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Topic;

/**
 * One row of the ledger as far as live is concerned: ids only.
 *
 * @param committedAt in microseconds since 1970: when the commit was confirmed, or the row's time if it was read back
 */
record Row(
        long seq,
        String kind,
        List<String> topics,
        @Nullable UUID pupil,
        @Nullable UUID lesson,
        @Nullable UUID group,
        @Nullable LocalDate day,
        long committedAt) {

    /** The kind of the one row before which numbers may be missing: the first after a restore. */
    private static final String RESUMED = "chain.resumed";

    static final int EPOCH_BITS = 24;

    static Row of(Change change, long seq, long committedAt) {
        return new Row(
                seq,
                change.kind(),
                change.topics().stream().map(Topic::name).toList(),
                change.pupil(),
                change.lesson(),
                change.group(),
                change.day(),
                committedAt);
    }

    /** Whether it may follow a row of any lower number. */
    boolean resumes() {
        return kind.equals(RESUMED) && seq % (1L << EPOCH_BITS) == 0;
    }
}
