package school.parta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Sequenced;
import school.parta.platform.refusal.Conflict;

class IdempotencyTest {

    private static TestUnits units;

    @BeforeAll
    static void open() {
        units = new TestUnits(8, 8);
    }

    @AfterAll
    static void close() {
        units.close();
    }

    record Added(String name, long seq) implements Sequenced<Added> {
        @Override
        public Added numberedFrom(long first) {
            return new Added(name, Sequenced.number(first, seq));
        }
    }

    static final class Taken extends Conflict {}

    private static Mono<Added> add(String name) {
        return units.transactions.write(unit -> units.sql
                .of("insert into subject (tenant_id, name) values (:tenant, :name) on conflict do nothing")
                .bind("name", name)
                .update()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(Taken::new))
                .map(rows -> new Added(name, unit.record(TestUnits.change("subject.added")))));
    }

    @Test
    void repeatGetsTheFirstAnswerWithItsNumber() {
        var first = add("повтор").contextWrite(units.with("key-1", "aa")).block();
        assertThat(first.seq()).isPositive();
        assertThatThrownBy(() ->
                        add("повтор").contextWrite(units.with("key-1", "aa")).block())
                .isInstanceOfSatisfying(Replayed.class, replayed -> {
                    assertThat(replayed.status()).isEqualTo(201);
                    assertThat(replayed.body()).isEqualTo("{\"name\":\"повтор\",\"seq\":%d}".formatted(first.seq()));
                });
    }

    @Test
    void repeatThatWouldSucceedAgainHasNoSecondEffect() {
        add("дважды").contextWrite(units.with("key-2", "aa")).block();
        units.database.execute("update subject set name = 'переименован' where name = 'дважды'");
        assertThatThrownBy(() ->
                        add("дважды").contextWrite(units.with("key-2", "aa")).block())
                .isInstanceOf(Replayed.class);
        assertThat(units.database.number("select count(*) from subject where name = 'дважды'"))
                .isZero();
    }

    @Test
    void otherRequestUnderTheKeyIsRefused() {
        add("ключ").contextWrite(units.with("key-3", "aa")).block();
        assertThatThrownBy(() ->
                        add("другой").contextWrite(units.with("key-3", "bb")).block())
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(units.database.number("select count(*) from subject where name = 'другой'"))
                .isZero();
    }

    @Test
    void refusalIsNotKept() {
        add("занят").contextWrite(units.in(units.school)).block();
        assertThatThrownBy(() ->
                        add("занят").contextWrite(units.with("key-4", "aa")).block())
                .isInstanceOf(Taken.class);
        assertThat(units.database.number("select count(*) from applied where key = 'key-4'"))
                .isZero();
    }

    @Test
    void twentyAtOnceHaveOneEffectAndOneAnswer() {
        var answers = Flux.range(0, 20)
                .flatMap(each -> add("толпа")
                        .map(units.json::writeValueAsString)
                        .onErrorResume(Replayed.class, replayed -> Mono.justOrEmpty(replayed.body()))
                        .contextWrite(units.with("key-5", "aa")))
                .collectList()
                .block();
        assertThat(answers).hasSize(20);
        assertThat(answers).containsOnly(answers.getFirst());
    }
}
