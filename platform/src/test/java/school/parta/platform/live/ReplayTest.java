package school.parta.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.parta.platform.ledger.Topic;
import school.parta.testing.TestDatabase;
import school.parta.testing.TestServers;

/** Clients that come back with a cursor, and clients that read slowly. */
class ReplayTest {

    private static final Topic TOPIC = Topic.pupilFamily(UUID.randomUUID());
    private static final Topic OTHER = Topic.pupilFamily(UUID.randomUUID());
    private static final int RING = 64;

    private static TestNode node;

    @BeforeAll
    static void start() {
        node = node(TestServers.running().database());
        node.follow();
    }

    private static TestNode node(TestDatabase database) {
        return new TestNode(database, "redis://127.0.0.1:1", TestNode.deaf(RING), new StreamLimits(3, 1000));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static String cursor(long seq) {
        return Cursor.of(TestNode.SCHOOL, seq);
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void streamBeginsWithItsPosition() {
        var client = node.client(null, TOPIC).reading();
        assertThat(client.text()).isEqualTo("id: school-65:" + node.follow().last() + "\nevent: cursor\ndata: {}\n\n");
    }

    @Test
    void clientThatComesBackHearsWhatItMissed() {
        var before = node.head();
        var missed = node.change("mark.given", TOPIC);
        node.change("mark.given", OTHER);
        var client = node.client(cursor(before), TOPIC).reading();
        client.hears(missed);
        var next = node.change("mark.given", TOPIC);
        assertThat(client.hears(next).changes()).containsExactly(missed, next);
        assertThat(client.text()).startsWith("id: " + cursor(before) + "\nevent: cursor");
        assertThat(client.reloads()).isZero();
    }

    @Test
    void replayAtTheEdgeOfTheRingLacksNothing() {
        for (var back = RING - 2; back <= RING + 2; back++) {
            var before = node.head();
            var head = node.silently(back, "mark.given", TOPIC);
            node.follow().reach(head).block();
            var client = node.client(cursor(before), TOPIC).reading().hears(head);
            assertThat(client.changes()).as("%d back", back).isEqualTo(numbers(before + 1, head));
        }
    }

    @Test
    void changesOlderThanTheRingComeFromTheLedger() {
        var before = node.head();
        node.silently(600, "mark.given", TOPIC);
        node.silently(100, "mark.given", OTHER);
        var head = node.silently(30, "mark.given", TOPIC);
        node.follow().reach(head).block();
        var client = node.client(cursor(before), TOPIC).reading().hears(head);
        assertThat(client.changes()).hasSize(630).isSorted().doesNotHaveDuplicates();
        assertThat(client.reloads()).isZero();
    }

    @Test
    void replayWaitsForASlowReaderAndLosesNothing() {
        var before = node.head();
        var middle = node.silently(700, "mark.given", TOPIC);
        node.follow().reach(middle).block();
        var client = node.client(cursor(before), TOPIC).reading(1);
        var head = node.silently(400, "mark.given", TOPIC);
        node.follow().reach(head).block();
        for (var round = 0; round < 2000 && !client.changes().contains(head); round++) {
            client.reading(3);
            TestClient.pause(1);
        }
        assertThat(client.changes()).isEqualTo(numbers(before + 1, head));
        assertThat(client.reloads()).isZero();
    }

    @Test
    void slowReaderThatBeganWithAReloadLosesNothingAfterIt() {
        var begun = node.follow().last();
        var held = new CountDownLatch(1);
        node.follow().serial.execute(() -> awaited(held));
        var kinds = Collections.nCopies(64, "mark.given");
        for (var first = begun + 1; first <= begun + 640; first += 64) {
            node.silently(64, "mark.given", TOPIC);
            node.hub().heard(node.message(first, kinds, TOPIC));
        }
        var client = node.client("rubbish", TOPIC).reading(1);
        held.countDown();
        node.settle();
        client.reading(3);
        var head = node.silently(1, "mark.given", TOPIC);
        node.follow().reach(head).block();
        for (var round = 0; round < 2000 && !client.changes().contains(head); round++) {
            client.reading(3);
            TestClient.pause(1);
        }
        assertThat(client.reloads()).isEqualTo(1);
        assertThat(client.changes()).isEqualTo(numbers(begun + 1, head));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void slowReaderWhoseQueueOverflowsGetsOneReload() {
        var client = node.client(null, TOPIC).reading(1);
        node.settle();
        var overflows = node.count("parta.live.overflows");
        var head = node.silently(1000, "mark.given", TOPIC);
        node.follow().reach(head).block();
        assertThat(node.count("parta.live.overflows")).isGreaterThan(overflows);
        client.reading();
        client.eventually(5, () -> assertThat(client.reloads()).isEqualTo(1));
        assertThat(client.text())
                .endsWith("id: " + cursor(head) + "\nevent: reload\ndata: {\"schools\":[\"school-65\"]}\n\n");
        var next = node.change("mark.given", TOPIC);
        assertThat(client.hears(next).changes()).containsExactly(next);
    }

    @Test
    void cursorsThatCannotBeServedGetAReload() {
        var head = node.silently(1, "mark.given", TOPIC);
        node.follow().reach(head).block();
        for (var bad : List.of(
                "",
                "rubbish",
                cursor(head + 1),
                cursor(999_999_999_999_999_999L),
                "school-65:-1",
                "school-65:1,school-65:1",
                "lyceum-69:1",
                "school-65:%d,lyceum-69:1".formatted(head),
                "school-65:1\nid: 2",
                "x".repeat(5000))) {
            var client = node.client(bad, TOPIC).reading();
            assertThat(client.text())
                    .as(bad)
                    .contains("id: " + cursor(head) + "\nevent: reload\ndata: {\"schools\":[\"school-65\"]}\n\n");
            assertThat(client.changes()).isEmpty();
        }
    }

    @Test
    void cursorAheadOfTheHubIsCaughtUpWith() {
        var head = node.silently(2, "mark.given", TOPIC);
        assertThat(node.follow().last()).isLessThan(head);
        var client = node.client(cursor(head - 1), TOPIC).reading();
        assertThat(client.hears(head).changes()).containsExactly(head);
        assertThat(client.reloads()).isZero();
    }

    @Test
    void cursorMoreThanTenThousandChangesOldGetsAReload() {
        assertThat(Start.provable(1, 10_001, 10_000)).isTrue();
        assertThat(Start.provable(1, 10_002, 10_000)).isFalse();
        assertThat(Start.provable((1 << 24) - 1, 1 << 24, 10_000))
                .as("before a restore")
                .isFalse();
    }

    @Test
    void cursorOlderThanAnHourGetsAReload() {
        var shared = TestServers.running().database();
        try (var own = node(shared)) {
            var before = own.silently(1, "mark.given", TOPIC);
            own.silently(1, "mark.given", TOPIC);
            own.age(before + 1, "61 minutes");
            assertThat(own.client(cursor(before), TOPIC).reading().reloads()).isEqualTo(1);
            own.age(before + 1, "59 minutes");
            try (var fresh = node(shared)) {
                var client = fresh.client(cursor(before), TOPIC).reading();
                assertThat(client.hears(before + 1).reloads()).isZero();
            }
        }
    }

    @Test
    void restoreIsAReloadForEverybody() {
        try (var own = node(TestServers.running().database())) {
            var client = own.client(null, TOPIC).reading();
            client.hears(own.change("mark.given", TOPIC));
            own.resume(1L << 24);
            var seq = own.silently(1, "mark.given", TOPIC);
            own.follow().reach(seq).block();
            assertThat(client.hears(seq).reloads()).isEqualTo(1);
            assertThat(own.follow().isCurrent(100, List.of())).isFalse();
        }
    }

    @Test
    void accountHasNoMoreStreamsThanItMay() {
        var account = UUID.randomUUID();
        var session = UUID.randomUUID();
        var first = node.client(account, session, null, TOPIC).reading();
        node.client(account, session, null, TOPIC);
        node.client(account, session, null, TOPIC);
        assertThatThrownBy(() -> node.client(account, session, null, TOPIC)).isInstanceOf(TooManyStreams.class);
        first.stream.cancel();
        node.client(account, session, null, TOPIC);
    }

    @Test
    void streamEndsWithTheRightsItRestsOn() {
        var client = node.client(
                        UUID.randomUUID(), UUID.randomUUID(), Instant.now().plusMillis(300), null, TOPIC)
                .reading();
        assertThat(client.isEnded()).isFalse();
        client.ends();
    }

    @Test
    void streamThatTakesNothingForThirtySecondsIsCut() {
        var client = node.client(null, TOPIC).reading(1);
        client.pending = 1000;
        client.stream.tick(Instant.now(), 2);
        client.stream.tick(Instant.now(), 2);
        assertThat(client.cut).isFalse();
        client.stream.tick(Instant.now(), 2);
        assertThat(client.cut).isTrue();
        assertThat(client.isEnded()).isTrue();
    }

    @Test
    void quietStreamShowsThatItsPositionMoved() {
        var client = node.client(null, TOPIC).reading();
        var seq = node.change("mark.given", OTHER);
        client.eventually(5, () -> {
            client.stream.beat();
            assertThat(client.text()).contains("id: " + cursor(seq) + "\nevent: cursor\ndata: {}\n\n");
        });
        client.stream.beat();
        assertThat(client.text()).endsWith(": ping\n\n");
    }
}
