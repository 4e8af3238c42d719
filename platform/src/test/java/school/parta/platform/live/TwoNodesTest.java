package school.parta.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.parta.platform.ledger.Topic;
import school.parta.platform.redis.StallingProxy;
import school.parta.testing.TestDatabase;
import school.parta.testing.TestServers;

/** Two nodes of one installation, on one PostgreSQL and, through a line that can freeze, one Redis. */
class TwoNodesTest {

    private static final Topic TOPIC = Topic.pupilFamily(UUID.randomUUID());

    private static TestDatabase database;
    private static StallingProxy line;
    private static TestNode here;
    private static TestNode there;

    @BeforeAll
    static void start() throws IOException {
        database = TestServers.running().database();
        line = new StallingProxy(database.redis());
        here = node();
        there = node();
    }

    private static TestNode node() {
        return new TestNode(
                database, line.url(), TestNode.settings(256, Duration.ofMinutes(10)), new StreamLimits(20, 1000));
    }

    @AfterAll
    static void stop() throws IOException {
        here.close();
        there.close();
        line.close();
    }

    @BeforeEach
    void redisIsThere() {
        line.thaw();
        new TestClient().eventually(15, () -> {
            assertThat(here.redis.redis().isThere()).isTrue();
            assertThat(there.redis.redis().isThere()).isTrue();
        });
        new TestClient().eventually(15, () -> assertThat(fast()).isLessThan(500));
    }

    /** Milliseconds from one node's commit to a client of the other. */
    private static long fast() {
        var client = there.client(null, TOPIC).reading();
        there.settle();
        var begin = System.nanoTime();
        client.hears(here.change("mark.given", TOPIC));
        client.stream.cancel();
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Test
    void nodesHearOfEachOthersChangesInOrder() {
        var hereClient = here.client(null, TOPIC).reading();
        var thereClient = there.client(null, TOPIC).reading();
        here.settle();
        there.settle();
        var numbers = new ArrayList<Long>();
        for (var round = 0; round < 25; round++) {
            numbers.add(here.change("mark.given", TOPIC));
            numbers.add(there.change("mark.given", TOPIC));
        }
        assertThat(hereClient.hears(numbers.getLast()).changes()).isEqualTo(numbers);
        assertThat(thereClient.hears(numbers.getLast()).changes()).isEqualTo(numbers);
    }

    @Test
    void writerThatDiesBeforeItsMessageIsHeardOfAllTheSame() {
        var client = there.client(null, TOPIC).reading();
        client.hears(here.silently(3, "mark.given", TOPIC));
        assertThat(client.changes()).hasSize(3);
    }

    @Test
    void frozenRedisCostsAWriteNothingAndTheStreamSecondsAtMost() {
        var client = there.client(null, TOPIC).reading();
        there.settle();
        line.freeze();
        var begin = System.nanoTime();
        var numbers = new ArrayList<Long>();
        for (var round = 0; round < 20; round++) {
            numbers.add(here.change("mark.given", TOPIC));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(client.hears(numbers.getLast()).changes()).isEqualTo(numbers);
    }

    @Test
    void frozenRedisCostsReadersOneTimeout() {
        line.freeze();
        var begin = System.nanoTime();
        for (var round = 0; round < 20; round++) {
            assertThat(here.redis.redis().get("anything").block()).isNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(here.redis.redis().isThere()).isFalse();
    }

    @Test
    void lineThatBreaksIsMadeAnew() {
        line.cut();
        new TestClient().eventually(15, () -> assertThat(fast()).isLessThan(500));
    }

    @Test
    void poisonedMessagesAreCountedAndHarmNothing() {
        var client = there.client(null, TOPIC).reading();
        there.settle();
        var dropped = there.count("parta.live.messages.dropped");
        for (var poison : new String[] {"", "{", "[]", "{\"school\":\"x\"}", "{\"node\":\"n\",\"school\":1}", "бе"}) {
            here.redis.redis().publish(poison.getBytes(StandardCharsets.UTF_8));
        }
        var seq = here.change("mark.given", TOPIC);
        client.hears(seq);
        assertThat(there.count("parta.live.messages.dropped")).isEqualTo(dropped + 6);
    }

    @Test
    void revokedSessionLosesItsStreamsOnEveryNodeAndOthersKeepTheirs() {
        var account = UUID.randomUUID();
        var session = UUID.randomUUID();
        var first = here.client(account, session, null, TOPIC).reading();
        var second = there.client(account, session, null, TOPIC).reading();
        var other = there.client(account, UUID.randomUUID(), null, TOPIC).reading();
        here.revoke(account, session);
        first.ends();
        second.ends();
        assertThat(other.isEnded()).isFalse();
        assertThat(here.client(account, session, null, TOPIC).reading().isEnded())
                .as("let in by a session remembered as good")
                .isTrue();
        here.revoke(account, null);
        other.ends();
    }

    @Test
    void streamsSayGoodbyeWhenTheNodeStops() {
        try (var going = node()) {
            var client = going.client(null, TOPIC).reading();
            going.live.stop();
            assertThat(client.isEnded()).isTrue();
            assertThat(client.text()).matches("(?s).*\nretry: [1-6]\\d{3}\n\n");
        }
    }
}
