package school.parta.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Runs one unit of work on one connection of a pool. From the permit to the end of COMMIT or ROLLBACK nothing outside
 * can cancel it: cancelling a query of more than 256 rows wedges its connection for good (r2dbc-postgresql 661).
 */
final class Work {

    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private final Pool pool;
    private final Duration deadline;

    Work(Pool pool, Duration deadline) {
        this.pool = pool;
        this.deadline = deadline;
    }

    /** Waits for a permit, and can be cancelled there; then runs shielded to its end. */
    <T> Mono<T> run(Permits permits, @Nullable Scope scope, boolean writes, Function<Unit, Mono<T>> steps) {
        return Mono.deferContextual(context -> permits.acquire(scope == null ? 0 : scope.tenant())
                .flatMap(permit -> permit.take()
                        ? shielded(permit, onConnection(scope, writes, steps), context)
                        : run(permits, scope, writes, steps)));
    }

    private static <T> Mono<T> shielded(Permits.Permit permit, Mono<T> work, ContextView context) {
        var end =
                work.doFinally(signal -> permit.release()).contextWrite(context).toFuture();
        return Mono.fromFuture(end, true);
    }

    private <T> Mono<T> onConnection(@Nullable Scope scope, boolean writes, Function<Unit, Mono<T>> steps) {
        return pool.acquire().flatMap(connection -> {
            var unit = new Unit(connection, scope, writes);
            return steps.apply(unit)
                    .contextWrite(context -> context.put(Unit.class, unit))
                    .timeout(deadline, Mono.defer(() -> destroy(connection)))
                    .onErrorResume(failure -> rollBack(connection).then(Mono.error(failure)))
                    .materialize()
                    .flatMap(signal ->
                            Mono.from(connection.close()).onErrorComplete().thenReturn(signal))
                    .dematerialize();
        });
    }

    /** Sends statements without parameters in one round trip. */
    static Mono<Void> send(Unit unit, String statements) {
        return Flux.from(unit.connection().createStatement(statements).execute())
                .concatMap(result -> Flux.from(result.map((row, metadata) -> row.get(0, Long.class))))
                .doOnNext(unit::seq)
                .then();
    }

    static Mono<Void> commit(Unit unit) {
        return Mono.from(unit.connection().commitTransaction());
    }

    private static Mono<Void> rollBack(Connection connection) {
        return Mono.from(connection.rollbackTransaction())
                .timeout(Duration.ofSeconds(2), Mono.defer(() -> destroy(connection)))
                .onErrorComplete();
    }

    private static <T> Mono<T> destroy(Connection connection) {
        log.warn("A unit of work passed its deadline; its connection is closed");
        var physical = connection instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof Connection inner
                ? inner
                : connection;
        return Mono.from(physical.close()).onErrorComplete().then(Mono.error(new StorageAway()));
    }
}
