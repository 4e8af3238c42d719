package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import school.parta.testing.ServiceTest;

@ServiceTest
class GateTest {

    @LocalServerPort
    private int port;

    private static String alike(EntityExchangeResult<String> answer) {
        var body = answer.getResponseBody()
                .replaceAll("\"instance\":\"[^\"]+\"", "")
                .replaceAll("\"requestId\":\"[^\"]+\"", "");
        var headers = answer.getResponseHeaders().headerSet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("X-Request-Id")
                        && !header.getKey().equalsIgnoreCase("Content-Length"))
                .map(header -> header.getKey().toLowerCase() + "=" + header.getValue())
                .sorted()
                .toList();
        return answer.getStatus() + " " + headers + " " + body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal/settings", "groups", "lessons", "no/such/thing", "pupils/1/diary"})
    void foreignSchoolAnswersLikeOneThatDoesNotExist(String path) {
        var browser = Browser.signedIn(port, "teacher");
        var foreign = browser.json("/api/v1/schools/lyceum-69/" + path);
        var nowhere = browser.json("/api/v1/schools/lyceum-70/" + path);
        var nothing = browser.json("/api/v1/schools/school-65/no/such/thing");
        assertThat(foreign.getStatus().value()).isEqualTo(404);
        assertThat(alike(foreign)).isEqualTo(alike(nowhere)).isEqualTo(alike(nothing));
    }

    @Test
    void unknownApiAddressAnswersTheSame() {
        var browser = Browser.signedIn(port, "teacher");
        assertThat(alike(browser.json("/api/v1/nothing")))
                .isEqualTo(alike(browser.json("/api/v1/schools/lyceum-69/groups")));
    }

    @Test
    void programWithoutSignInGetsAProblemWhateverItAsks() {
        for (var path : new String[] {"/api/v1/me", "/api/v1/schools/school-65/groups", "/api/v1/nothing"}) {
            var answer = new Browser(port).json(path);
            assertThat(answer.getStatus().value()).isEqualTo(401);
            assertThat(answer.getResponseBody()).contains("\"type\":\"/problems/not-signed-in\"");
            assertThat(answer.getResponseHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void personWithoutSignInIsLedToItAndBack() {
        var answer = new Browser(port).get("/s/school-65/journal?group=7");
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getLocation())
                .hasToString("/login?next=%2Fs%2Fschool-65%2Fjournal%3Fgroup%3D7");
    }

    @ParameterizedTest
    @CsvSource({"TRACE,/login", "OPTIONS,/login", "PUT,/login", "DELETE,/login"})
    void methodsThatNobodyNeedsAreRefused(String method, String path) {
        var answer = new Browser(port).json(HttpMethod.valueOf(method), path, "", Map.of());
        assertThat(answer.getStatus().value()).isIn(405, 403);
    }

    @Test
    void actuatorIsForThisMachineOnly() {
        var browser = new Browser(port);
        assertThat(browser.json("/actuator/health/liveness").getStatus().value())
                .isEqualTo(200);
        for (var header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
            var answer = browser.json(HttpMethod.GET, "/actuator/health/liveness", "", Map.of(header, "127.0.0.1"));
            assertThat(answer.getStatus().value()).isEqualTo(404);
        }
    }

    @Test
    void everyAnswerForbidsWhatOurPagesNeverDo() {
        var browser = Browser.signedIn(port, "teacher");
        for (var path : new String[] {"/login", "/api/v1/me", "/api/v1/nothing", "/s/lyceum-69/journal", "/%2e%2e/x"}) {
            var headers = browser.get(path).getResponseHeaders();
            assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo(SecurityHeaders.POLICY);
            assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(headers.getFirst("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(headers.getCacheControl()).isEqualTo("no-store");
            assertThat(headers.getFirst("X-Request-Id")).hasSize(24);
        }
    }

    @Test
    void strangeAddressesAreProblemsAndNeverErrors() {
        var browser = Browser.signedIn(port, "teacher");
        for (var path :
                new String[] {"/s/%2e%2e/journal", "/s//journal", "/s/school-65;a=b/journal", "/s/school-65%00"}) {
            assertThat(browser.json(HttpMethod.GET, path, "", Map.of("X", "1"))
                            .getStatus()
                            .value())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    @Test
    void languageIsTheAccountsThenTheCookiesThenTheBrowsers() {
        var browser = new Browser(port);
        var english = Map.of("Accept-Language", "en-GB,en;q=0.8,ru;q=0.5");
        assertThat(browser.json("/api/v1/me").getResponseBody()).contains("Вы не вошли");
        assertThat(browser.json(HttpMethod.GET, "/api/v1/me", "", english).getResponseBody())
                .contains("not signed in");
        browser.get("/login?lang=en");
        assertThat(browser.json("/api/v1/me").getResponseBody()).contains("not signed in");
        var teacher = Browser.signedIn(port, "teacher");
        assertThat(teacher.json(HttpMethod.GET, "/api/v1/no", "", english).getResponseBody())
                .contains("Не найдено");
    }
}
