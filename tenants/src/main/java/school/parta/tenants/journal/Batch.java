package school.parta.tenants.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Unit;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Actor;

/** Many entries in one unit of work, in order; each stands alone. */
@Component
class Batch {

    static final int MOST = 100;

    private final Entries entries;
    private final Repeats repeats;

    Batch(Entries entries, Repeats repeats) {
        this.entries = entries;
        this.repeats = repeats;
    }

    Mono<EntryResults> apply(Unit unit, Actor actor, List<Entry> batch, Function<Refusal, Object> told) {
        if (batch.size() > MOST) {
            return Mono.error(new TooManyEntries(MOST));
        }
        if (batch.isEmpty()) {
            return Mono.just(new EntryResults(List.of()));
        }
        var opIds = batch.stream().map(Batch::opId).distinct().toList();
        return repeats.of(actor.account().id(), opIds).flatMap(kept -> {
            var fresh = batch.stream()
                    .filter(entry -> !kept.containsKey(opId(entry)))
                    .toList();
            return entries.open(unit, actor, Wanted.of(fresh))
                    .flatMap(desk -> saved(desk, new Run(unit, desk, kept, told).of(batch)));
        });
    }

    private Mono<EntryResults> saved(Desk desk, EntryResults results) {
        return entries.save(desk).thenReturn(results);
    }

    private static String opId(Entry entry) {
        return Objects.requireNonNull(entry.opId());
    }

    /** One run over a batch. */
    private final class Run {

        private final Unit unit;
        private final Desk desk;
        private final Map<String, Repeats.Kept> kept;
        private final Map<String, First> firsts = new HashMap<>();
        private final Function<Refusal, Object> told;

        private record First(Entry entry, EntryResult result) {}

        Run(Unit unit, Desk desk, Map<String, Repeats.Kept> kept, Function<Refusal, Object> told) {
            this.unit = unit;
            this.desk = desk;
            this.kept = kept;
            this.told = told;
        }

        EntryResults of(List<Entry> batch) {
            var results = new ArrayList<EntryResult>();
            for (var entry : batch) {
                results.add(result(entry));
            }
            return new EntryResults(results);
        }

        private EntryResult result(Entry entry) {
            try {
                return repeated(entry);
            } catch (StaleVersion stale) {
                return first(entry, EntryResult.conflict(opId(entry), stale));
            } catch (EntryRepeated repeated) {
                return EntryResult.refused(opId(entry), told.apply(repeated));
            } catch (Refusal refusal) {
                return first(entry, EntryResult.refused(opId(entry), told.apply(refusal)));
            }
        }

        private EntryResult repeated(Entry entry) {
            var before = kept.get(opId(entry));
            if (before != null) {
                return repeats.again(entry, before);
            }
            var first = firsts.get(opId(entry));
            if (first == null) {
                return first(entry, EntryResult.of(opId(entry), desk.apply(entry)));
            }
            if (!first.entry().equals(entry)) {
                throw new EntryRepeated();
            }
            return first.result();
        }

        private EntryResult first(Entry entry, EntryResult result) {
            firsts.put(opId(entry), new First(entry, result));
            unit.keep(repeats.answer(entry, result));
            return result;
        }
    }
}
