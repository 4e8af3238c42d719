package school.parta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Commit;

class TransactionsTest {

    private static TestUnits units;

    @BeforeAll
    static void open() {
        units = new TestUnits(4, 4);
    }

    @AfterAll
    static void close() {
        units.close();
    }

    @Test
    void nothingStartsWithoutASchool() {
        assertThatThrownBy(() -> units.subjects().block()).hasMessageContaining("no school in the Context");
    }

    @Test
    void statementOutsideOfAUnitIsRefused() {
        assertThatThrownBy(() -> units.sql.of("select 1").value(Integer.class).block())
                .hasMessageContaining("outside of Transactions");
    }

    @Test
    void readKnowsTheNumberOfItsSnapshot() {
        var seq = units.transactions
                .read(unit -> Mono.just(unit.seq()))
                .contextWrite(units.in(units.school))
                .block();
        assertThat(seq).isEqualTo(head());
    }

    @Test
    void readCannotWrite() {
        assertThatThrownBy(() -> units.transactions
                        .read(unit -> units.addSubject(unit, "никогда"))
                        .contextWrite(units.in(units.school))
                        .block())
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void writeLeavesALedgerRowAndTellsTheHub() {
        var heard = new ArrayList<Commit>();
        units.commits.listen(heard::add);
        var before = head();
        units.transactions
                .write(unit -> units.addSubject(unit, "риторика"))
                .contextWrite(units.in(units.school))
                .block();
        assertThat(head()).isEqualTo(before + 1);
        assertThat(heard).anySatisfy(commit -> {
            assertThat(commit.first()).isEqualTo(before + 1);
            assertThat(commit.rows()).hasSize(1);
        });
    }

    @Test
    void writeThatRecordsNothingIsUndone() {
        assertThatThrownBy(() -> units.transactions
                        .write(unit -> units.sql
                                .of("insert into subject (tenant_id, name) values (:tenant, 'тайна')")
                                .update())
                        .contextWrite(units.in(units.school))
                        .block())
                .hasMessageContaining("nothing was recorded");
        assertThat(units.database.number("select count(*) from subject where name = 'тайна'"))
                .isZero();
    }

    @Test
    void otherSchoolSeesNothing() {
        units.transactions
                .write(unit -> units.addSubject(unit, "только наш"))
                .contextWrite(units.in(units.school))
                .block();
        var seen = units.transactions
                .read(unit -> units.sql
                        .of("select count(*) from subject where name = 'только наш' and :tenant > 0")
                        .value(Long.class))
                .contextWrite(units.in(units.otherSchool))
                .block();
        assertThat(seen).isZero();
    }

    @Test
    void globalWorkSeesNoSchoolsRows() {
        var seen = units.transactions
                .global(unit -> units.sql.of("select count(*) from subject").value(Long.class))
                .block();
        assertThat(seen).isZero();
    }

    @Test
    void verbInsideAWriteJoinsIt() {
        var before = head();
        units.transactions
                .write(outer -> units.transactions
                        .write(inner -> units.addSubject(inner, "вложенный один"))
                        .then(units.transactions.write(inner -> units.addSubject(inner, "вложенный два"))))
                .contextWrite(units.in(units.school))
                .block();
        assertThat(head()).isEqualTo(before + 2);
    }

    @Test
    void failureUndoesEverything() {
        var before = head();
        assertThatThrownBy(() -> units.transactions
                        .write(unit ->
                                units.addSubject(unit, "потерянный").then(Mono.error(new IllegalStateException("no"))))
                        .contextWrite(units.in(units.school))
                        .block())
                .hasMessage("no");
        assertThat(head()).isEqualTo(before);
        assertThat(units.database.number("select count(*) from subject where name = 'потерянный'"))
                .isZero();
    }

    @Test
    void deadlockIsRepeatedUnseen() {
        units.database.execute(
                "insert into room (tenant_id, name) values (%d, 'A'), (%d, 'B')".formatted(units.school, units.school));
        var attempts = new AtomicInteger();
        var both = Flux.just("A B", "B A")
                .flatMap(order -> units.transactions
                        .write(unit -> {
                            attempts.incrementAndGet();
                            return touch(order.substring(0, 1))
                                    .then(Mono.delay(Duration.ofMillis(150)))
                                    .then(touch(order.substring(2)))
                                    .doOnNext(rows -> unit.record(TestUnits.change("room.touched")));
                        })
                        .contextWrite(units.in(units.school)));
        assertThat(both.collectList().block()).hasSize(2);
        assertThat(attempts.get()).isEqualTo(3);
    }

    private static Mono<Long> touch(String room) {
        return units.sql
                .of("update room set seats = coalesce(seats, 0) + 1 where tenant_id = :tenant and name = :room")
                .bind("room", room)
                .update();
    }

    private static long head() {
        return units.database.number("select seq from ledger_head where tenant_id = " + units.school);
    }
}
