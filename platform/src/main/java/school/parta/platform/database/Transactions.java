package school.parta.platform.database;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Answer;
import school.parta.platform.ledger.Commit;
import school.parta.platform.ledger.Commits;
import school.parta.platform.ledger.Sequenced;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.refusal.Unavailable;

/**
 * The one way to the database. A verb called inside a unit of work joins it. Fails with {@link Busy} when no connection
 * became free and with {@link StorageAway} when the database did not answer; after that the outcome of a write may be
 * unknown, and only its repetition with the same Idempotency-Key tells.
 */
public class Transactions {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final int REPEATS = 2;

    private final Work work;
    private final Permits reads;
    private final Permits writes;
    private final Permits kept;
    private final Append append;
    private final Answers answers;
    private final Commits commits;
    private final Clock clock;

    Transactions(Pool pool, DatabaseSettings settings, Append append, Answers answers, Commits commits, Clock clock) {
        this.work = new Work(pool, settings.deadline());
        this.reads = new Permits(settings.reads(), settings.reads(), settings.patience());
        this.writes = new Permits(settings.writes(), settings.writesPerSchool(), settings.patience());
        this.kept = new Permits(settings.kept(), settings.kept(), settings.patience());
        this.append = append;
        this.answers = answers;
        this.commits = commits;
        this.clock = clock;
    }

    /** Reads of one snapshot of the school; {@link Unit#seq} is the ledger number the snapshot is of. */
    public <T> Mono<T> read(Function<Unit, Mono<T>> verb) {
        return Mono.deferContextual(context -> {
            var joined = Unit.of(context);
            return joined != null ? verb.apply(joined) : reading(Scope.of(context), verb);
        });
    }

    private <T> Mono<T> reading(Scope scope, Function<Unit, Mono<T>> verb) {
        var begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL app.tenant = " + scope.tenant()
                + "; select seq from ledger_head where tenant_id = " + scope.tenant();
        return work.run(
                        reads,
                        scope,
                        false,
                        unit -> Work.send(unit, begin)
                                .then(Mono.defer(() -> verb.apply(unit)))
                                .transform(result -> committed(unit, result)))
                .onErrorMap(Transactions::translated);
    }

    /** Changes of the school: all of them with their ledger rows, or none. Repeated on a deadlock or a lost race. */
    public <T> Mono<T> write(Function<Unit, Mono<T>> verb) {
        return Mono.deferContextual(context -> {
            var joined = Unit.of(context);
            if (joined == null) {
                return writing(Scope.of(context), verb, REPEATS);
            }
            return joined.writes() ? verb.apply(joined) : Mono.error(new IllegalStateException("a write in a read"));
        });
    }

    private <T> Mono<T> writing(Scope scope, Function<Unit, Mono<T>> verb, int repeats) {
        return work.run(writes, scope, true, unit -> once(unit, scope, verb))
                .onErrorResume(failure -> answeredBefore(scope, failure))
                .onErrorResume(failure -> repeats > 0 && again(failure), failure -> writing(scope, verb, repeats - 1))
                .onErrorMap(Transactions::translated);
    }

    private <T> Mono<T> once(Unit unit, Scope scope, Function<Unit, Mono<T>> verb) {
        return Work.send(unit, "BEGIN; SET LOCAL app.tenant = " + scope.tenant())
                .then(Mono.defer(() -> verb.apply(unit)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(result -> appended(unit, scope, result));
    }

    private <T> Mono<T> appended(Unit unit, Scope scope, Optional<T> result) {
        if (unit.wroteWithoutRecord()) {
            return Mono.error(new IllegalStateException("rows were changed and nothing was recorded"));
        }
        if (scope.key() != null && scope.account() != null) {
            unit.keep(new Answer(
                    scope.key().key(), scope.key().hash(), scope.key().status(), answers.written(result.orElse(null))));
        }
        if (unit.changes().isEmpty() && unit.answers().isEmpty()) {
            return Work.commit(unit).then(Mono.justOrEmpty(result));
        }
        return append.to(unit, scope)
                .flatMap(first -> Work.commit(unit).then(Mono.fromSupplier(() -> told(unit, scope, first, result))));
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private <T> T told(Unit unit, Scope scope, long first, Optional<T> result) {
        if (!unit.changes().isEmpty()) {
            var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            commits.publish(new Commit(scope.tenant(), first, unit.changes(), now));
        }
        return result.map(value -> value instanceof Sequenced<?> places ? (T) places.numberedFrom(first) : value)
                .orElse(null);
    }

    /** Work on the tables that belong to no school; it sees no school's rows. */
    public <T> Mono<T> global(Function<Unit, Mono<T>> verb) {
        return work.run(
                        kept,
                        null,
                        true,
                        unit -> Work.send(unit, "BEGIN")
                                .then(Mono.defer(() -> verb.apply(unit)))
                                .transform(result -> committed(unit, result)))
                .onErrorMap(Transactions::translated);
    }

    private static <T> Mono<T> committed(Unit unit, Mono<T> result) {
        return result.materialize()
                .flatMap(signal -> signal.isOnError()
                        ? Mono.just(signal)
                        : Work.commit(unit).thenReturn(signal))
                .dematerialize();
    }

    /** A refusal or a lost race of a request with a key may mean that the first one has won: then its answer is given. */
    private <T> Mono<T> answeredBefore(Scope scope, Throwable failure) {
        var key = scope.key();
        var account = scope.account();
        var maybe = (failure instanceof Refusal && !(failure instanceof Unavailable))
                || Failures.appliedAlready(failure)
                || Failures.lockWait(failure);
        if (key == null || account == null || !maybe) {
            return Mono.error(failure);
        }
        return this.<T>read(unit -> answers.again(key, account))
                .switchIfEmpty(Mono.error(Failures.lockWait(failure) ? new StillRunning() : failure));
    }

    /** Permits that nobody holds. */
    record Free(int reads, int writes, int kept) {}

    Free free() {
        return new Free(reads.free(), writes.free(), kept.free());
    }

    int queued() {
        return reads.queued() + writes.queued() + kept.queued();
    }

    /** Whether the database answers right now. */
    public Mono<Boolean> alive() {
        return global(unit -> Work.send(unit, "select 1::bigint").thenReturn(true))
                .onErrorReturn(false);
    }

    private static boolean again(Throwable failure) {
        return Failures.repeatable(failure) || Failures.appliedAlready(failure);
    }

    private static Throwable translated(Throwable failure) {
        if (failure instanceof Refusal || failure instanceof Replayed) {
            return failure;
        }
        if (Failures.repeatable(failure) || Failures.appliedAlready(failure)) {
            return new Busy();
        }
        if (Failures.unstorable(failure)) {
            return new TextUnstorable();
        }
        if (Failures.away(failure)) {
            log.warn("The database did not answer: {}", failure.toString());
            return new StorageAway();
        }
        return failure;
    }
}
