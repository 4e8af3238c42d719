package school.parta.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.parta.embedded.EmbeddedRedis;
import school.parta.testing.TestDatabase;
import school.parta.testing.TestServers;

/** Two processes on one PostgreSQL and one Redis, and what they owe each other when one of the parts fails. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProcessesTest {

    private static TestDatabase database;
    private static EmbeddedRedis redis;
    private static Node first;
    private static Node second;
    private static SchoolDay day;
    private static Client parent;
    private static String child;

    @BeforeAll
    static void open() {
        database = TestServers.running().database();
        redis = EmbeddedRedis.start(
                Path.of("target", "servers", "redis-of-two-nodes").toAbsolutePath());
        first = Node.start(database, settings());
        second = Node.start(database, settings());
        day = SchoolDay.at(first.url());
        parent = Client.signedIn(second.url(), "parent");
        child = SchoolDay.firstChild(parent);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("parta.redis.url", redis.url());
        return settings;
    }

    @AfterAll
    static void close() {
        first.close();
        second.close();
        redis.close();
    }

    @Test
    @Order(1)
    void markAtOneNodeReachesTheStreamAtTheOther() {
        try (var stream = parent.live("school-65", null)) {
            stream.next("cursor", 10);
            var mark = day.give(day.teacher(), child, "5", UUID.randomUUID().toString());
            assertThat(mark.status()).isEqualTo(201);
            var event = stream.next("changed", 2);
            assertThat(event.seq()).isEqualTo(mark.body().get("seq").asLong());
            assertThat(event.data().get("kind").asString()).isEqualTo("mark.given");
            assertThat(event.data().get("pupil").asString()).isEqualTo(child);
            var seen = parent.get(SchoolDay.API + "/pupils/" + child + "/diary", "Parta-Seen", event.id());
            assertThat(seen.body().get("asOf").asLong()).isGreaterThanOrEqualTo(event.seq());
        }
    }

    @Test
    @Order(2)
    void frozenRedisDelaysTheEventAndNotTheWrite() throws Exception {
        try (var stream = parent.live("school-65", null)) {
            stream.next("cursor", 10);
            signal("-STOP", redis.pid());
            try {
                var begin = System.nanoTime();
                var mark = day.give(day.teacher(), child, "4", UUID.randomUUID().toString());
                var took = Duration.ofNanos(System.nanoTime() - begin);
                assertThat(mark.status()).isEqualTo(201);
                assertThat(took).isLessThan(Duration.ofMillis(1_000));
                assertThat(stream.next("changed", 5).seq())
                        .isEqualTo(mark.body().get("seq").asLong());
            } finally {
                signal("-CONT", redis.pid());
            }
        }
    }

    @Test
    @Order(3)
    void markAcknowledgedBeforeTheKillIsThereAndTheReaderMissesNothing() {
        List<Long> acknowledged = new ArrayList<>();
        String cursor;
        try (var stream = parent.at(first.url()).live("school-65", null)) {
            cursor = stream.next("cursor", 10).id();
            for (var each = 0; each < 5; each++) {
                acknowledged.add(given(day.teacher()));
            }
            first.kill();
        }
        var elsewhere = day.teacher().at(second.url());
        acknowledged.add(given(elsewhere));
        try (var stream = parent.live("school-65", cursor)) {
            for (var seq : acknowledged) {
                assertThat(stream.next("changed", 5).seq()).isEqualTo(seq);
            }
        }
        first = Node.start(database, settings());
        assertThat(new SchoolDay(day.teacher().at(first.url()), day.group(), day.subject(), day.lesson(), day.pupils())
                        .marks(child))
                .hasSizeGreaterThanOrEqualTo(acknowledged.size());
    }

    private static long given(Client teacher) {
        var mark = day.give(teacher, child, "3", UUID.randomUUID().toString());
        assertThat(mark.status()).isEqualTo(201);
        return mark.body().get("seq").asLong();
    }

    @Test
    @Order(4)
    void sessionEndedAtOneNodeEndsTheStreamAtTheOther() {
        var other = Client.signedIn(first.url(), "parent").at(second.url());
        try (var stream = other.live("school-65", null)) {
            stream.next("cursor", 10);
            assertThat(other.at(first.url())
                            .send("DELETE", "/api/v1/tokens/current", null)
                            .status())
                    .isEqualTo(204);
            var end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
            while (!stream.ended() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    @Order(5)
    void nodeThatIsAskedToStopLetsItsStreamsGo() {
        try (var stream = parent.live("school-65", null)) {
            stream.next("cursor", 10);
            assertThat(second.stop()).isTrue();
            assertThat(stream.ended()).isTrue();
        }
    }

    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
