package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static school.parta.web.security.Browser.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import school.parta.testing.ServiceTest;

@ServiceTest
class CsrfTest {

    private static final String LANGUAGE = """
            {"language": "ru"}""";

    @LocalServerPort
    private int port;

    private int change(Browser browser, Map<String, String> headers) {
        return browser.json(HttpMethod.PATCH, "/api/v1/me", LANGUAGE, headers)
                .getStatus()
                .value();
    }

    @Test
    void cookieAloneChangesNothing() {
        var browser = Browser.signedIn(port, "teacher");
        var answer = browser.json(HttpMethod.PATCH, "/api/v1/me", LANGUAGE, Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(403);
        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getResponseBody()).contains("\"type\":\"/problems/untrusted-request\"", "\"requestId\":\"");
    }

    @Test
    void tokenAsItIsInTheCookieLetsTheRequestThrough() {
        var browser = Browser.signedIn(port, "teacher");
        assertThat(change(browser, Map.of("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))))
                .isEqualTo(204);
    }

    @Test
    void tokenOfAnotherBrowserIsRefused() {
        var other = Browser.signedIn(port, "parent");
        var browser = Browser.signedIn(port, "teacher");
        assertThat(change(browser, Map.of("X-XSRF-TOKEN", other.cookie("XSRF-TOKEN"))))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void requestThatAnotherSiteSentIsRefusedEvenWithTheToken(String site) {
        var browser = Browser.signedIn(port, "teacher");
        var token = browser.cookie("XSRF-TOKEN");
        assertThat(change(browser, Map.of("X-XSRF-TOKEN", token, "Sec-Fetch-Site", site)))
                .isEqualTo(403);
        assertThat(change(browser, Map.of("X-XSRF-TOKEN", token, "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(204);
    }

    @Test
    void bearerNeedsNoToken() {
        var program = new Browser(port);
        var body = program.json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "teacher", "password": "%s"}""".formatted(PASSWORD), Map.of())
                .getResponseBody();
        var token = body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(change(program, Map.of("Authorization", "Bearer " + token))).isEqualTo(204);
    }

    @Test
    void signInItselfNeedsTheToken() {
        var browser = new Browser(port);
        var form = browser.form("/login", Map.of("login", "teacher", "password", PASSWORD));
        assertThat(form.getStatus().value()).isEqualTo(403);
        var dialog = browser.json(HttpMethod.POST, "/api/v1/session", """
                {"login": "teacher", "password": "%s"}""".formatted(PASSWORD), Map.of());
        assertThat(dialog.getStatus().value()).isEqualTo(403);
    }

    @Test
    void formOfAnotherTypeIsNoWayAround() {
        var browser = Browser.signedIn(port, "teacher");
        assertThat(change(browser, Map.of("Content-Type", "text/plain"))).isEqualTo(403);
    }

    @Test
    void signOutByAStrangerIsRefused() {
        var browser = Browser.signedIn(port, "teacher");
        var answer = browser.json(HttpMethod.POST, "/logout", "", Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(403);
        assertThat(browser.json("/api/v1/me").getStatus().value()).isEqualTo(200);
    }

    @Test
    void nobodyIsToldToSignInRatherThanRefused() {
        var answer = new Browser(port).json(HttpMethod.POST, "/api/v1/schools/school-65/marks", "{}", Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(401);
    }
}
