package school.parta.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import school.parta.testing.ServiceTest;
import school.parta.web.security.Browser;

/** Limits that are settings, set so that a test can reach them. */
@ServiceTest
@TestPropertySource(
        properties = {
            "parta.limits.failures-per-account=1000",
            "parta.limits.failures-per-address=1000",
            "parta.limits.requests-per-second=20",
            "parta.limits.sign-in-threads=1",
            "parta.limits.sign-in-queue=2"
        })
class LimitsTest {

    @LocalServerPort
    private int port;

    private EntityExchangeResult<String> token(String login) {
        return new Browser(port).json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "%s", "password": "wrong"}""".formatted(login), Map.of());
    }

    private long time(String login) {
        var start = System.nanoTime();
        assertThat(token(login).getStatus().value()).isEqualTo(401);
        return System.nanoTime() - start;
    }

    @Test
    void unknownLoginTakesAsLongAsAKnownOne() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (var sample = 0; sample < 25; sample++) {
            known.add(time("teacher"));
            unknown.add(time("nobody" + sample));
        }
        assertThat((double) median(unknown) / median(known)).isBetween(0.6, 1.6);
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    @Test
    void fullQueueAsksToComeBack() {
        time("first-of-its-kind");
        var answers = Flux.range(0, 30)
                .flatMap(each -> Mono.fromCallable(() -> token("teacher")).subscribeOn(Schedulers.boundedElastic()), 30)
                .collectList()
                .block();
        assertThat(answers)
                .extracting(answer -> answer.getStatus().value())
                .contains(401, 503)
                .containsOnly(401, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatus().value() == 503)
                .allSatisfy(answer -> {
                    assertThat(answer.getResponseHeaders().getFirst("Retry-After"))
                            .isEqualTo("2");
                    assertThat(answer.getResponseBody()).contains("/problems/sign-in-queue-full");
                });
    }

    @Test
    void accountThatAsksTooFastIsHeldBackAlone() {
        var fast = Browser.signedIn(port, "teacher");
        var calm = Browser.signedIn(port, "parent");
        var statuses = Flux.range(0, 60)
                .flatMap(
                        each -> Mono.fromCallable(() ->
                                        fast.json("/api/v1/nothing").getStatus().value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        30)
                .collectList()
                .block();
        assertThat(statuses).contains(404, 429);
        assertThat(calm.json("/api/v1/me").getStatus().value()).isEqualTo(200);
    }
}
