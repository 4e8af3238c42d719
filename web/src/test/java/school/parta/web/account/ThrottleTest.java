package school.parta.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static school.parta.web.security.Browser.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import school.parta.web.security.Browser;

@ServiceTest
class ThrottleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase testDatabase;

    @BeforeEach
    void forgetFailures() {
        testDatabase.execute("delete from sign_in_failure");
    }

    private int token(String login, String password) {
        return new Browser(port)
                .json(HttpMethod.POST, "/api/v1/tokens", """
                        {"login": "%s", "password": "%s"}""".formatted(login, password), Map.of())
                .getStatus()
                .value();
    }

    private void fail(String login, int times) {
        for (var attempt = 0; attempt < times; attempt++) {
            assertThat(token(login, "wrong " + attempt)).isEqualTo(401);
        }
    }

    @Test
    void eleventhGuessIsNotEvenLookedAt() {
        fail("teacher", 10);
        var answer = new Browser(port).json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "teacher", "password": "%s"}""".formatted(PASSWORD), Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.getResponseHeaders().getFirst("Retry-After")))
                .isBetween(800, 900);
        assertThat(answer.getResponseBody()).contains("/problems/too-many-attempts");
    }

    @Test
    void pageTellsToWait() {
        fail("teacher", 10);
        var browser = new Browser(port);
        browser.get("/login");
        var answer = browser.signIn("teacher", PASSWORD);
        assertThat(answer.getStatus().value()).isEqualTo(429);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void limitOfAnUnknownLoginIsTheSame() {
        fail("nobody", 10);
        assertThat(token("nobody", "wrong")).isEqualTo(429);
    }

    @Test
    void successesAreNotCounted() {
        for (var attempt = 0; attempt < 12; attempt++) {
            assertThat(token("teacher", PASSWORD)).isEqualTo(201);
        }
        assertThat(testDatabase.number("select count(*) from sign_in_failure")).isZero();
    }

    @Test
    void failuresOfAQuarterOfAnHourAgoAreForgiven() {
        fail("teacher", 10);
        testDatabase.execute("update sign_in_failure set at = at - interval '15 minutes'");
        assertThat(token("teacher", PASSWORD)).isEqualTo(201);
    }

    @Test
    void strangersCannotLockOutABrowserThatHasASession() {
        var own = Browser.signedIn(port, "teacher");
        fail("teacher", 10);
        assertThat(own.json("/api/v1/me").getStatus().value()).isEqualTo(200);
        assertThat(own.signIn("teacher", PASSWORD).getStatus().value()).isEqualTo(303);
    }

    @Test
    void sessionOfOneAccountIsNoLicenceToGuessAnother() {
        var stranger = Browser.signedIn(port, "parent");
        fail("teacher", 10);
        assertThat(stranger.signIn("teacher", PASSWORD).getStatus().value()).isEqualTo(429);
    }

    @Test
    void oneAddressCannotTryAHundredAccounts() {
        fail("nobody", 1);
        testDatabase.execute("""
                insert into sign_in_failure (login, address)
                select sha256(n::text::bytea), address
                from sign_in_failure, generate_series(1, 99) n""");
        assertThat(token("teacher", PASSWORD)).isEqualTo(429);
    }

    @Test
    void guessesSentTogetherTellNoMoreThanTheLimit() {
        var answers = Flux.range(0, 60)
                .flatMap(
                        guess -> Mono.fromCallable(() -> token("teacher", "wrong " + guess))
                                .subscribeOn(Schedulers.boundedElastic()),
                        60)
                .collectList()
                .block();
        assertThat(answers).allMatch(status -> status == 401 || status == 429);
        assertThat(answers.stream().filter(status -> status == 401).count()).isBetween(10L, 14L);
        assertThat(token("teacher", PASSWORD)).isEqualTo(429);
    }

    @Test
    void neitherLoginNorAddressIsStored() {
        fail("teacher", 1);
        assertThat(testDatabase.number("""
                select count(*)
                from sign_in_failure
                where length(login) = 32
                  and login <> sha256('teacher')
                  and address <> sha256('127.0.0.1')""")).isOne();
    }
}
