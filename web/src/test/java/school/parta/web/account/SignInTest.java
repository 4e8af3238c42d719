package school.parta.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static school.parta.web.security.Browser.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import school.parta.web.security.Browser;

@ServiceTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase testDatabase;

    @Test
    void pageSetsTheCsrfCookieAndFormLeadsHomeWithASession() {
        var browser = new Browser(port);
        var page = browser.get("/login");
        assertThat(page.getStatus().value()).isEqualTo(200);
        assertThat(browser.cookie("XSRF-TOKEN")).hasSize(43);
        assertThat(page.getResponseBody()).contains(browser.cookie("XSRF-TOKEN"));
        var answer = browser.signIn("teacher", PASSWORD);
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/");
        var session = answer.getResponseCookies().getFirst("SESSION");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(session.getValue()).hasSize(43);
    }

    @Test
    void onlyTheHashIsStored() {
        var token = Browser.signedIn(port, "teacher").cookie("SESSION");
        assertThat(testDatabase.number("select count(*) from session where hash = sha256('%s')".formatted(token)))
                .isOne();
    }

    @Test
    void caseAndBlanksOfTheLoginDoNotMatter() {
        var browser = new Browser(port);
        browser.get("/login");
        assertThat(browser.signIn("  TeaCher ", PASSWORD).getStatus().value()).isEqualTo(303);
    }

    @Test
    void wrongPasswordAndUnknownLoginAnswerAlike() {
        var browser = new Browser(port);
        browser.get("/login");
        var wrong = browser.signIn("deputy", "not the password");
        var unknown = browser.signIn("nobody", "not the password");
        assertThat(wrong.getStatus().value()).isEqualTo(401);
        assertThat(unknown.getStatus().value()).isEqualTo(401);
        assertThat(wrong.getResponseBody().replace("deputy", ""))
                .isEqualTo(unknown.getResponseBody().replace("nobody", ""));
        assertThat(browser.cookie("SESSION")).isEmpty();
    }

    @Test
    void signInLeadsOnlyToOurOwnPages() {
        var browser = new Browser(port);
        browser.get("/login");
        var answer =
                browser.form("/login", Map.of("login", "teacher", "password", PASSWORD, "next", "//evil.example/"));
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/");
        var back = browser.form(
                "/login", Map.of("login", "teacher", "password", PASSWORD, "next", "/s/school-65/journal?group=1"));
        assertThat(back.getResponseHeaders().getLocation()).hasToString("/s/school-65/journal?group=1");
    }

    @Test
    void eachSignInGivesANewTokenAndEndsTheOldOne() {
        var browser = Browser.signedIn(port, "teacher");
        var first = browser.cookie("SESSION");
        assertThat(browser.json("/api/v1/me").getStatus().value()).isEqualTo(200);
        browser.signIn("teacher", PASSWORD);
        assertThat(browser.cookie("SESSION")).isNotEqualTo(first);
        var thief = new Browser(port).with("SESSION", first);
        assertThat(thief.json("/api/v1/me").getStatus().value()).isEqualTo(401);
    }

    @Test
    void tokenIsGivenOnceAndWorksWithoutCookies() {
        var program = new Browser(port);
        var answer = program.json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "parent", "password": "%s"}""".formatted(PASSWORD), Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(answer.getResponseBody())
                .containsPattern("\"expiresAt\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"");
        assertThat(me(program, token(answer.getResponseBody()))).isEqualTo(200);
    }

    private static int me(Browser browser, String token) {
        return browser.json(HttpMethod.GET, "/api/v1/me", "", Map.of("Authorization", "Bearer " + token))
                .getStatus()
                .value();
    }

    private static String token(String body) {
        return body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void closedTokenIsGoodForNothing() {
        var program = new Browser(port);
        var token = token(program.json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "parent", "password": "%s"}""".formatted(PASSWORD), Map.of())
                .getResponseBody());
        var closed = program.json(
                HttpMethod.DELETE, "/api/v1/tokens/current", "", Map.of("Authorization", "Bearer " + token));
        assertThat(closed.getStatus().value()).isEqualTo(204);
        assertThat(me(program, token)).isEqualTo(401);
    }

    @Test
    void bearerDoesNotLookAtTheCookieBesideIt() {
        var browser = Browser.signedIn(port, "teacher");
        assertThat(browser.json("/api/v1/me").getStatus().value()).isEqualTo(200);
        assertThat(me(browser, "A".repeat(43))).isEqualTo(401);
        assertThat(me(browser, browser.cookie("SESSION"))).isEqualTo(401);
    }

    @Test
    void tokenProblemsLookAlike() {
        var program = new Browser(port);
        var wrong = program.json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "hr", "password": "x"}""", Map.of());
        var unknown = program.json(HttpMethod.POST, "/api/v1/tokens", """
                {"login": "nobody", "password": "x"}""", Map.of());
        assertThat(wrong.getStatus().value()).isEqualTo(401);
        assertThat(wrong.getResponseBody()).contains("\"type\":\"/problems/wrong-credentials\"");
        assertThat(anonymous(wrong.getResponseBody())).isEqualTo(anonymous(unknown.getResponseBody()));
    }

    private static String anonymous(String problem) {
        return problem.replaceAll("\"requestId\":\"[^\"]+\"", "");
    }

    @Test
    void pageSignsInAgainWithoutLeaving() {
        var browser = new Browser(port);
        browser.get("/login");
        var wrong = browser.json(HttpMethod.POST, "/api/v1/session", """
                {"login": "teacher", "password": "x"}""");
        assertThat(wrong.getStatus().value()).isEqualTo(401);
        var right = browser.json(HttpMethod.POST, "/api/v1/session", """
                {"login": "teacher", "password": "%s"}""".formatted(PASSWORD));
        assertThat(right.getStatus().value()).isEqualTo(204);
        assertThat(browser.json("/api/v1/me").getStatus().value()).isEqualTo(200);
    }

    @Test
    void signOutEndsTheSessionAndClearsWhatTheBrowserKept() {
        var browser = Browser.signedIn(port, "teacher");
        var token = browser.cookie("SESSION");
        var id = testDatabase.text("select id from session where hash = sha256('%s')".formatted(token));
        var answer = browser.form("/logout", Map.of());
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getFirst("Clear-Site-Data")).contains("storage");
        assertThat(browser.cookie("SESSION")).isEmpty();
        assertThat(new Browser(port)
                        .with("SESSION", token)
                        .json("/api/v1/me")
                        .getStatus()
                        .value())
                .isEqualTo(401);
        assertThat(testDatabase.number("select count(*) from revocation where session = '%s'".formatted(id)))
                .isOne();
    }

    @Test
    void accountWithoutPasswordOrBlockedCannotSignIn() {
        testDatabase.execute("update account set blocked_at = now() where login = 'secretary'");
        var browser = new Browser(port);
        browser.get("/login");
        assertThat(browser.signIn("secretary", PASSWORD).getStatus().value()).isEqualTo(401);
    }
}
