package school.parta.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import school.parta.testing.ServiceTest;

/**
 * Requests that come on a connection before the answer to the one before is quite done. Sign-ins are looked up anew each
 * time, so that answers are written from other threads than the connection's own.
 */
@ServiceTest
@TestPropertySource(properties = {"parta.security.remembered=1ms", "parta.limits.requests-per-second=100000"})
class KeepAliveTest {

    private static final int REQUESTS = 3_000;

    @LocalServerPort
    int port;

    @Test
    void everyRequestIsAnswered() throws Exception {
        var client = Client.signedIn("http://localhost:" + port, "teacher");
        Callable<Integer> request = () -> client.get("/api/v1/nothing").status();
        var statuses = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, REQUESTS).mapToObj(each -> request).toList());
            for (var answer : answers) {
                statuses.merge(answer.get(), 1, Integer::sum);
            }
        }
        assertThat(statuses).isEqualTo(Map.of(404, REQUESTS));
    }
}
