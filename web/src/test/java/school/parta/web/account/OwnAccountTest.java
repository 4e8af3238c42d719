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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class OwnAccountTest {

    private static final String ANOTHER = "семь раз отмерь, 1 отрежь";

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase testDatabase;

    @Autowired
    private JsonMapper json;

    private JsonNode read(Browser browser, String path) {
        return json.readTree(browser.json(path).getResponseBody());
    }

    private static int status(Browser browser) {
        return browser.json("/api/v1/me").getStatus().value();
    }

    private static int change(Browser browser, String old, String wanted) {
        return browser.json(HttpMethod.PUT, "/api/v1/me/password", """
                {"oldPassword": "%s", "newPassword": "%s"}""".formatted(old, wanted))
                .getStatus()
                .value();
    }

    @Test
    void guardianSeesTheChildrenAndTheirClasses() {
        var me = read(Browser.signedIn(port, "parent"), "/api/v1/me");
        assertThat(me.at("/account/login").asString()).isEqualTo("parent");
        assertThat(me.at("/account/platformRoles").isArray()).isTrue();
        var place = me.at("/memberships/0");
        assertThat(place.at("/school").asString()).isEqualTo("school-65");
        assertThat(place.at("/timeZone").asString()).contains("/");
        assertThat(place.at("/roles/0").asString()).isEqualTo("GUARDIAN");
        assertThat(place.at("/pupils").size()).isEqualTo(2);
        assertThat(place.at("/pupils")).allSatisfy(pupil -> {
            assertThat(pupil.path("name").asString()).contains(" ");
            assertThat(pupil.path("class").asString()).isNotBlank();
        });
    }

    @Test
    void pupilIsItsOwnPupil() {
        var own = read(Browser.signedIn(port, "pupil"), "/api/v1/me").at("/memberships/0/pupils");
        var children = read(Browser.signedIn(port, "parent"), "/api/v1/me").at("/memberships/0/pupils");
        assertThat(own.size()).isEqualTo(1);
        assertThat(children)
                .extracting(child -> child.path("id"))
                .contains(own.get(0).path("id"));
    }

    @Test
    void oneAccountMayBelongToTwoSchools() {
        var me = read(Browser.signedIn(port, "family"), "/api/v1/me").path("memberships");
        assertThat(me)
                .extracting(place -> place.path("school").asString())
                .containsExactlyInAnyOrder("school-65", "lyceum-69");
        assertThat(me)
                .allSatisfy(place -> assertThat(place.path("pupils").size()).isEqualTo(1));
    }

    @Test
    void operatorHasAPlatformRoleAndNoSchool() {
        var me = read(Browser.signedIn(port, "operator"), "/api/v1/me");
        assertThat(me.at("/account/platformRoles/0").asString()).isEqualTo("OPERATOR");
        assertThat(me.path("memberships").isEmpty()).isTrue();
    }

    @Test
    void newPasswordEndsAllOtherSessionsAndTokens() {
        var here = Browser.signedIn(port, "director");
        var there = Browser.signedIn(port, "director");
        assertThat(status(there)).isEqualTo(200);
        assertThat(change(here, PASSWORD, ANOTHER)).isEqualTo(204);
        assertThat(status(here)).isEqualTo(200);
        assertThat(status(there)).isEqualTo(401);
        assertThat(testDatabase.number("select count(*) from revocation where reason = 'password changed'"))
                .isPositive();
        var again = new Browser(port);
        again.get("/login");
        assertThat(again.signIn("director", PASSWORD).getStatus().value()).isEqualTo(401);
        assertThat(again.signIn("director", ANOTHER).getStatus().value()).isEqualTo(303);
    }

    @Test
    void wrongOldPasswordChangesNothing() {
        var browser = Browser.signedIn(port, "hr");
        assertThat(change(browser, "not the old one", ANOTHER)).isEqualTo(422);
        assertThat(Browser.signedIn(port, "hr")).isNotNull();
    }

    @Test
    void stolenSessionCannotGuessTheOldPassword() {
        var browser = Browser.signedIn(port, "sysadmin");
        for (var guess = 0; guess < 10; guess++) {
            assertThat(change(browser, "guess " + guess, ANOTHER)).isEqualTo(422);
        }
        assertThat(change(browser, PASSWORD, ANOTHER)).isEqualTo(429);
        assertThat(Browser.signedIn(port, "sysadmin")).isNotNull();
    }

    @Test
    void commonPasswordIsRefusedInWords() {
        var browser = Browser.signedIn(port, "hr");
        var answer = browser.json(HttpMethod.PUT, "/api/v1/me/password", """
                {"oldPassword": "%s", "newPassword": "qwerty12345678"}""".formatted(PASSWORD));
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseBody()).contains("/problems/password-unfit", "Этот пароль знают все");
    }

    @Test
    void formTellsWhatIsWrongOnThePageItself() {
        var browser = Browser.signedIn(port, "hr");
        var answer = browser.form("/account/password", Map.of("current", PASSWORD, "password", "short"));
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseBody()).contains("12");
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        var here = Browser.signedIn(port, "deputy");
        var there = Browser.signedIn(port, "deputy");
        var sessions = read(here, "/api/v1/me/sessions").path("sessions");
        assertThat(sessions.get(0).path("current").asBoolean()).isTrue();
        assertThat(sessions)
                .filteredOn(session -> session.path("current").asBoolean())
                .hasSize(1);
        var other = testDatabase.text(
                "select id from session where hash = sha256('%s')".formatted(there.cookie("SESSION")));
        assertThat(sessions)
                .extracting(session -> session.path("id").asString())
                .contains(other);
        assertThat(here.form("/account/sessions/" + other + "/end", Map.of())
                        .getStatus()
                        .value())
                .isEqualTo(303);
        assertThat(status(there)).isEqualTo(401);
        assertThat(status(here)).isEqualTo(200);
    }

    @Test
    void sessionOfAnotherAccountIsNobodysBusiness() {
        var teacher = Browser.signedIn(port, "teacher");
        var id = testDatabase.text(
                "select id from session where hash = sha256('%s')".formatted(teacher.cookie("SESSION")));
        var answer = Browser.signedIn(port, "parent").json(HttpMethod.DELETE, "/api/v1/me/sessions/" + id, "");
        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(status(teacher)).isEqualTo(200);
    }

    private Browser rested(String login, String column, String interval) {
        var browser = Browser.signedIn(port, login);
        testDatabase.execute("update session set %s = now() - interval '%s' where hash = sha256('%s')"
                .formatted(column, interval, browser.cookie("SESSION")));
        return browser;
    }

    @Test
    void whoSeesAWholeSchoolMustSignInAgainAfterHalfAnHour() {
        assertThat(status(rested("admin", "seen_at", "31 minutes"))).isEqualTo(401);
        assertThat(status(rested("admin", "seen_at", "29 minutes"))).isEqualTo(200);
    }

    @Test
    void teacherMayRestForADayAndAFamilyForAMonth() {
        assertThat(status(rested("teacher", "seen_at", "11 hours"))).isEqualTo(200);
        assertThat(status(rested("teacher", "seen_at", "13 hours"))).isEqualTo(401);
        assertThat(status(rested("parent", "seen_at", "29 days"))).isEqualTo(200);
        assertThat(status(rested("parent", "seen_at", "31 days"))).isEqualTo(401);
    }

    @Test
    void noSessionLivesLongerThanItsTerm() {
        assertThat(status(rested("parent", "expires_at", "1 second"))).isEqualTo(401);
    }

    @Test
    void programsReadWhatTheServiceOffersOnceSignedIn() {
        assertThat(Browser.signedIn(port, "teacher")
                        .json("/api/v1/openapi.json")
                        .getResponseBody())
                .contains("\"openapi\":\"3.1", "/api/v1/me/password")
                .doesNotContain("\"Account\"");
        assertThat(new Browser(port).json("/api/v1/openapi.json").getStatus().value())
                .isEqualTo(401);
    }

    @Test
    void languageOfTheAccountIsTheLanguageOfTheAnswer() {
        var browser = Browser.signedIn(port, "parent69");
        assertThat(browser.json(HttpMethod.PATCH, "/api/v1/me", "{\"language\": \"en\"}")
                        .getStatus()
                        .value())
                .isEqualTo(204);
        assertThat(browser.json("/api/v1/nothing").getResponseBody()).contains("Not found");
        assertThat(browser.json(HttpMethod.PATCH, "/api/v1/me", "{\"language\": \"xx\"}")
                        .getStatus()
                        .value())
                .isEqualTo(422);
        assertThat(browser.json(HttpMethod.PATCH, "/api/v1/me", "{\"language\": \"en\", \"login\": \"boss\"}")
                        .getStatus()
                        .value())
                .isEqualTo(400);
    }
}
