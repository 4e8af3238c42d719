package school.parta.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import school.parta.platform.database.Scope;
import school.parta.platform.ledger.Topic;
import school.parta.platform.live.TestNode;
import school.parta.testing.TestDatabase;
import school.parta.testing.TestServers;

/** Every interleaving of readers, writers and copies that could show an old value; steps are held by latches. */
class SchoolCacheTest {

    private static final TestDatabase DATABASE = TestServers.running().database();
    private static final byte[] RUBBISH = "{\"key\":".getBytes(StandardCharsets.UTF_8);

    private static TestNode first;
    private static TestNode second;

    private final Topic topic = Topic.pupilFamily(UUID.randomUUID());
    private final CacheNode here = new CacheNode(first, topic);
    private final CacheNode there = new CacheNode(second, topic);

    @BeforeAll
    static void start() {
        first = new TestNode(DATABASE);
        second = new TestNode(DATABASE);
        await(() -> first.redis.redis().isThere() && second.redis.redis().isThere());
        first.follow();
        second.follow();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    /** Both nodes know everything. */
    @BeforeEach
    void settle() {
        first.follow().reach(first.head()).block();
        second.follow().reach(first.head()).block();
    }

    private static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private void stored(CacheNode node) {
        await(() -> node.node.redis.redis().get(node.key()).block() != null);
    }

    @Test
    void valueIsComputedOnceAndAgainAfterAChangeOfItsTopic() {
        here.change();
        assertThat(here.now()).isEqualTo(1);
        here.node.change("mark.given", Topic.pupilFamily(UUID.randomUUID()));
        assertThat(here.now()).isEqualTo(1);
        assertThat(here.computations).hasValue(1);
        here.change();
        await(() -> here.node.follow().last() == here.node.head());
        assertThat(here.now()).isEqualTo(2);
        assertThat(here.computations).hasValue(2);
    }

    @Test
    void changeWhileAValueIsComputedLeavesNoOldValueBehind() {
        var latch = Sinks.empty();
        var first = here.ask(latch.asMono()).toFuture();
        await(() -> here.computations.get() == 1);
        var seq = here.change();
        here.node.follow().reach(seq).block();
        latch.tryEmitEmpty();
        var old = first.join();
        assertThat(old.value().changes()).isZero();
        assertThat(old.position()).isLessThan(seq);
        assertThat(here.now()).isEqualTo(1);
        assertThat(there.now()).isEqualTo(1);
    }

    @Test
    void whoComesAfterAChangeDoesNotGetWhatWasReadBeforeIt() {
        var latch = Sinks.empty();
        var first = here.ask(latch.asMono()).toFuture();
        await(() -> here.computations.get() == 1);
        var seq = here.change();
        here.node.follow().reach(seq).block();
        var second = here.ask().toFuture();
        latch.tryEmitEmpty();
        assertThat(first.join().value().changes()).isZero();
        assertThat(second.join().value().changes()).isEqualTo(1);
        assertThat(second.join().position()).isEqualTo(seq);
    }

    @Test
    void whoComesWithoutAChangeJoins() {
        var latch = Sinks.empty();
        var all = Flux.range(0, 5000)
                .flatMap(number -> here.ask(latch.asMono()), 5000)
                .collectList()
                .toFuture();
        await(() -> here.computations.get() == 1);
        latch.tryEmitEmpty();
        assertThat(all.join()).hasSize(5000);
        assertThat(here.computations).hasValue(1);
        assertThat(here.from("joined")).isEqualTo(4999);
    }

    @Test
    void callerWhoHangsUpDoesNotTakeTheValueFromOthers() {
        var latch = Sinks.empty();
        var gone = here.ask(latch.asMono()).subscribe();
        await(() -> here.computations.get() == 1);
        var second = here.ask().toFuture();
        gone.dispose();
        latch.tryEmitEmpty();
        assertThat(second.join().value().changes()).isZero();
        assertThat(here.computations).hasValue(1);
    }

    @Test
    void failedComputationIsNotKept() {
        var failing = here.cache
                .get(here.name, CacheNode.Count.class, () -> Mono.error(new IllegalStateException("no")))
                .contextWrite(Scope.service(here.node.school)::in);
        assertThat(failing.onErrorComplete().block()).isNull();
        assertThat(here.now()).isZero();
    }

    @Test
    void browserThatHeardOfAChangeGetsItFromANodeThatDidNot() {
        assertThat(there.now()).isZero();
        var seq = here.node.silently(1, "mark.given", topic);
        assertThat(there.now()).as("not yet known here").isZero();
        there.node.hub().seen(there.node.school, seq).block();
        var fresh = there.ask().block();
        assertThat(fresh.value().changes()).isEqualTo(1);
        assertThat(fresh.position()).isEqualTo(seq);
    }

    @Test
    void nodeThatCannotCatchUpPassesTheCacheBy() {
        assertThat(there.now()).isZero();
        var seq = here.node.silently(1, "mark.given", topic);
        var fresh = there.ask().contextWrite(new Seen(seq)::in).block();
        assertThat(fresh.value().changes()).isEqualTo(1);
    }

    @Test
    void nodesShareWhatTheyComputed() {
        here.change();
        var first = here.ask().block();
        stored(here);
        there.node.follow().reach(here.node.head()).block();
        var second = there.ask().block();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(there.computations).hasValue(0);
        assertThat(there.from("redis")).isEqualTo(1);
    }

    @Test
    void emptiedRedisCostsAComputationAtMost() {
        here.change();
        here.now();
        stored(here);
        here.node.redis.redis().delete(here.key());
        there.node.follow().reach(here.node.head()).block();
        assertThat(there.now()).isEqualTo(1);
        assertThat(here.now()).isEqualTo(1);
        assertThat(here.computations.get() + there.computations.get()).isEqualTo(2);
    }

    @Test
    void redisEmptiedInTheMiddleOfAChangeBringsNoOldValueBack() {
        here.now();
        stored(here);
        var old = here.node.redis.redis().get(here.key()).block();
        var seq = here.change();
        here.node.redis.redis().delete(here.key());
        here.node.redis.redis().setIfNewer(here.key(), old, seq - 1, Duration.ofMinutes(1));
        there.node.follow().reach(seq).block();
        assertThat(there.now()).isEqualTo(1);
        assertThat(here.now()).isEqualTo(1);
    }

    @Test
    void olderCopyNeverReplacesANewerOne() {
        var redis = here.node.redis.redis();
        redis.setIfNewer(here.key(), json(7), 7, Duration.ofMinutes(1));
        redis.setIfNewer(here.key(), json(6), 6, Duration.ofMinutes(1));
        assertThat(redis.get(here.key()).block()).isEqualTo(json(7));
        redis.setIfNewer(here.key(), json(8), 8, Duration.ofMinutes(1));
        assertThat(redis.get(here.key()).block()).isEqualTo(json(8));
    }

    private static byte[] json(int seq) {
        return "{\"key\":\"count\",\"seq\":%d}".formatted(seq).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void plantedCopiesOfOtherKeysAndSchoolsAreRefused() {
        var own = here.node.school;
        for (var planted : new byte[][] {
            copy("other", own), copy(here.name, own + 1), RUBBISH, "null".getBytes(StandardCharsets.UTF_8)
        }) {
            var before = here.meters.get("parta.cache.refused").counter().count();
            here.node.redis.redis().set(here.key(), planted, Duration.ofMinutes(1));
            var fresh = new CacheNode(here.node, topic);
            assertThat(fresh.now()).isZero();
            assertThat(fresh.meters.get("parta.cache.refused").counter().count())
                    .isEqualTo(before + 1);
        }
    }

    private byte[] copy(String key, int tenant) {
        return """
                {"key":"%s","tenant":%d,"seq":%d,"topics":[],"value":{"changes":666,"asOf":0,"cursor":""}}
                """.formatted(key, tenant, here.node.head()).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void copyFromBeforeWhatIsRememberedIsNotTrusted() {
        here.now();
        stored(here);
        here.node.silently(300, "mark.given", Topic.schoolStaff());
        var late = new TestNode(DATABASE);
        try (late) {
            await(() -> late.redis.redis().isThere());
            var node = new CacheNode(late, topic);
            assertThat(node.now()).isZero();
            assertThat(node.computations).hasValue(1);
        }
    }

    @Test
    void answerIsTheValueWithItsPosition() {
        here.change();
        await(() -> here.node.follow().last() == here.node.head());
        var fresh = here.ask().block();
        var seq = here.node.head();
        assertThat(new String(fresh.json("school-65"), StandardCharsets.UTF_8))
                .isEqualTo("{\"changes\":1,\"asOf\":%d,\"cursor\":\"school-65:%d\"}".formatted(seq, seq));
        here.node.change("mark.given", Topic.schoolStaff());
        await(() -> here.node.follow().last() > seq);
        assertThat(here.ask().block().etag()).isEqualTo(fresh.etag()).matches("\"[\\w-]{22}\"");
        assertThat(here.ask().block().position()).isEqualTo(seq + 1);
    }

    @Test
    void readersBesideWritersNeverSeeLessThanTheyKnow() {
        var writer = CompletableFuture.runAsync(() -> IntStream.range(0, 30).forEach(number -> here.change()));
        var last = 0L;
        while (!writer.isDone() || last < 30) {
            var known = there.node.follow().last();
            var fresh = there.ask().block();
            assertThat(fresh.position()).isGreaterThanOrEqualTo(known);
            assertThat(fresh.value().changes()).isGreaterThanOrEqualTo(last);
            last = fresh.value().changes();
        }
        writer.join();
    }
}
