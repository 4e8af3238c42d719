package school.parta.tenants.journal;

import java.util.List;
import school.parta.platform.ledger.Sequenced;

/** What became of a batch, entry by entry, in its order. */
public record EntryResults(List<EntryResult> results) implements Sequenced<EntryResults> {

    @Override
    public EntryResults numberedFrom(long first) {
        return new EntryResults(
                results.stream().map(result -> result.numberedFrom(first)).toList());
    }
}
