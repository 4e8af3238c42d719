package school.parta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.refusal.Unavailable;

/** Clients that hang up: by the hundred thousand, at any moment, on queries large enough to wedge a connection. */
class CancelStormTest {

    private static final int CALLS = 100_000;
    private static TestUnits units;

    @BeforeAll
    static void open() {
        units = new TestUnits(8, 4);
    }

    @AfterAll
    static void close() {
        units.close();
    }

    @Test
    void everyConnectionIsHealthyAfterwards() {
        var answered = new AtomicInteger();
        read(300).contextWrite(units.in(units.school)).block();
        Flux.range(0, CALLS).flatMap(call -> call(call, answered), 32).then().block(Duration.ofMinutes(2));
        settle();
        assertThat(answered.get()).isPositive();
        assertThat(units.pool.acquired()).isZero();
        assertThat(units.transactions.free()).isEqualTo(new Transactions.Free(8, 4, 2));
        allAnswerAtOnce();
    }

    private static Mono<Void> call(int number, AtomicInteger answered) {
        var rows = 1 + ThreadLocalRandom.current().nextInt(600);
        var work = number % 5 == 0 ? write(rows) : read(rows);
        return work.doOnNext(sum -> {
                    assertThat(sum).as("an answer to another caller's question").isEqualTo(rows);
                    answered.incrementAndGet();
                })
                .contextWrite(units.in(number % 2 == 0 ? units.school : units.otherSchool))
                .onErrorComplete(Unavailable.class)
                .take(Duration.ofNanos(ThreadLocalRandom.current().nextInt(8_000_000)))
                .then();
    }

    private static Mono<Integer> read(int rows) {
        return units.transactions.read(unit -> units.sql
                .of("select n from generate_series(1, :rows) n")
                .bind("rows", rows)
                .values(Integer.class)
                .map(numbers -> numbers.size()));
    }

    private static Mono<Integer> write(int rows) {
        return units.transactions.write(unit -> units.sql
                .of("select n from generate_series(1, :rows) n")
                .bind("rows", rows)
                .values(Integer.class)
                .map(numbers -> numbers.size()));
    }

    private static void settle() {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (units.pool.acquired() > 0 && System.nanoTime() < end) {
            Mono.delay(Duration.ofMillis(20)).block();
        }
    }

    private static void allAnswerAtOnce() {
        var together = Flux.range(0, 8)
                .flatMap(
                        each -> units.transactions
                                .read(unit -> units.sql
                                        .of("select 1 from pg_sleep(0.2)")
                                        .value(Integer.class))
                                .contextWrite(units.in(units.school)),
                        8)
                .collectList()
                .block(Duration.ofSeconds(3));
        assertThat(together).hasSize(8).containsOnly(1);
    }
}
