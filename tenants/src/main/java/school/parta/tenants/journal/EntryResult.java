package school.parta.tenants.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Sequenced;

/**
 * What became of one entry of a batch.
 *
 * @param status {@code applied}, {@code same} when it was so already, {@code conflict} or {@code refused}
 * @param id of the mark, or of the lesson
 * @param seq the ledger number of the change
 * @param current what stands there instead, after a conflict
 * @param problem why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryResult(
        String opId,
        String status,
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable Long seq,
        @Nullable Object current,
        @Nullable Object problem)
        implements Sequenced<EntryResult> {

    static EntryResult of(String opId, Outcome outcome) {
        var status = outcome.seq() == null ? "same" : "applied";
        return new EntryResult(opId, status, outcome.id(), outcome.version(), outcome.seq(), null, null);
    }

    static EntryResult conflict(String opId, StaleVersion stale) {
        return new EntryResult(opId, "conflict", null, null, null, stale.current(), null);
    }

    static EntryResult refused(String opId, Object problem) {
        return new EntryResult(opId, "refused", null, null, null, null, problem);
    }

    EntryResult withCurrent(@Nullable Object other) {
        return new EntryResult(opId, status, id, version, seq, other, problem);
    }

    @Override
    public EntryResult numberedFrom(long first) {
        return new EntryResult(
                opId,
                status,
                id,
                version,
                seq == null ? null : Sequenced.number(first, seq),
                current instanceof Mark mark ? mark.numberedFrom(first) : current,
                problem);
    }
}
