package school.parta.tenants.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Sequenced;

/**
 * A mark as it stands now.
 *
 * @param value of the group's scale, such as {@code 5} or {@code зач}
 * @param weight of the work type in averages
 * @param version counts up with every correction
 * @param givenBy surname and initials of who gave or last corrected it
 * @param seq the ledger number of its last change
 */
public record Mark(
        UUID id,
        UUID lesson,
        UUID pupil,
        String value,
        WorkType workType,
        BigDecimal weight,
        @Nullable String comment,
        int version,
        String givenBy,
        Instant givenAt,
        long seq)
        implements Sequenced<Mark> {

    @Override
    public Mark numberedFrom(long first) {
        return withSeq(Sequenced.number(first, seq));
    }

    Mark withSeq(long number) {
        return new Mark(id, lesson, pupil, value, workType, weight, comment, version, givenBy, givenAt, number);
    }

    Mark withVersion(int changed) {
        return new Mark(id, lesson, pupil, value, workType, weight, comment, changed, givenBy, givenAt, seq);
    }
}
