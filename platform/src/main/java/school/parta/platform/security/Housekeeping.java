package school.parta.platform.security;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;

/** Writes down which sessions were used and clears away, in batches, what nobody will ask for again. */
@Component
class Housekeeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration OFTEN = Duration.ofSeconds(15);
    private static final Duration SELDOM = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Sql sql;
    private final Seen seen;
    private final LimitSettings limits;
    private Disposable running = Disposables.disposed();

    Housekeeping(Transactions transactions, Sql sql, Seen seen, LimitSettings limits) {
        this.transactions = transactions;
        this.sql = sql;
        this.seen = seen;
        this.limits = limits;
    }

    /** One round of clearing; how many rows went. */
    Mono<Long> clear() {
        return Flux.concat(
                        batch("""
                delete from sign_in_failure
                where id in (
                  select id
                  from sign_in_failure
                  where at < clock_timestamp() - make_interval(secs => :age)
                  limit 1000)
                """, limits.failureWindow()),
                        batch("""
                delete from revocation
                where id in (
                  select id
                  from revocation
                  where at < clock_timestamp() - make_interval(secs => :age)
                  limit 1000)
                """, Duration.ofDays(7)),
                        batch("""
                delete from session
                where id in (
                  select id
                  from session
                  where least(ended_at, expires_at) < clock_timestamp() - make_interval(secs => :age)
                  limit 1000
                  for update skip locked)
                """, Duration.ofDays(30)),
                        batch("""
                delete from token
                where id in (
                  select id
                  from token
                  where least(ended_at, expires_at) < clock_timestamp() - make_interval(secs => :age)
                  limit 1000
                  for update skip locked)
                """, Duration.ofDays(30)))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> batch(String statement, Duration age) {
        return transactions.global(
                unit -> sql.of(statement).bind("age", age.toSeconds()).update());
    }

    @Override
    public void start() {
        running = Disposables.composite(every(OFTEN, Mono.defer(seen::write)), every(SELDOM, Mono.defer(this::clear)));
    }

    private static Disposable every(Duration period, Mono<Long> work) {
        return Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(tick -> work.onErrorResume(failure -> {
                    log.warn("Housekeeping failed and will be tried again: {}", failure.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }
}
