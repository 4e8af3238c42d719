package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static school.parta.web.security.Browser.PASSWORD;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import school.parta.platform.security.Accounts;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import school.parta.web.Parta;

/** Two nodes on one database: what ends on one ends on the other, and nothing of it needs Redis. */
@ServiceTest
class SecondNodeTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase testDatabase;

    @Autowired
    private Accounts accounts;

    private ConfigurableApplicationContext node(Map<String, String> settings) {
        var all = new HashMap<String, Object>(testDatabase.properties());
        all.put("server.port", "0");
        all.putAll(settings);
        var arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Parta.class).run(arguments);
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static int status(Browser browser) {
        return browser.json("/api/v1/me").getStatus().value();
    }

    private static Duration until(int status, Browser browser) throws InterruptedException {
        var start = System.nanoTime();
        while (status(browser) != status && System.nanoTime() - start < 10_000_000_000L) {
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void whatEndsOnOneNodeEndsOnTheOtherInFiveSeconds() throws InterruptedException {
        try (var second = node(Map.of())) {
            var here = Browser.signedIn(port, "teacher");
            var there = new Browser(port(second)).with("SESSION", here.cookie("SESSION"));
            assertThat(status(there)).as("a session holds on every node").isEqualTo(200);
            here.form("/logout", Map.of());
            assertThat(until(401, there)).isLessThan(Duration.ofMillis(5_500));

            var parent = Browser.signedIn(port, "parent");
            var parentThere = new Browser(port(second)).with("SESSION", parent.cookie("SESSION"));
            assertThat(status(parentThere)).isEqualTo(200);
            accounts.block(UUID.fromString(testDatabase.text("select id from account where login = 'parent'")))
                    .block();
            assertThat(status(parent)).as("at once on the node that blocks").isEqualTo(401);
            assertThat(until(401, parentThere)).isLessThan(Duration.ofMillis(5_500));
            assertThat(testDatabase.number(
                            "select count(*) from revocation where reason = 'blocked' and session is null"))
                    .isOne();
        }
    }

    @Test
    void sessionOutlivesTheNodeThatOpenedIt() {
        String token;
        try (var first = node(Map.of())) {
            token = Browser.signedIn(port(first), "deputy").cookie("SESSION");
        }
        assertThat(status(new Browser(port).with("SESSION", token))).isEqualTo(200);
    }

    @Test
    void endedMembershipHidesTheSchool() {
        var browser = Browser.signedIn(port, "family");
        assertThat(browser.json("/api/v1/me").getResponseBody()).contains("lyceum-69", "school-65");
        var account = UUID.fromString(testDatabase.text("select id from account where login = 'family'"));
        var school = (int) testDatabase.number("select id from school where slug = 'lyceum-69'");
        accounts.endMembership(account, school).block();
        assertThat(browser.json("/api/v1/me").getResponseBody())
                .contains("school-65")
                .doesNotContain("lyceum-69");
        assertThat(testDatabase.number("select count(*) from revocation where school = " + school))
                .isOne();
    }

    @Test
    void demoAccountsAreRefusedOnExternalStorage() {
        var token = Browser.signedIn(port, "teacher").cookie("SESSION");
        try (var external = node(Map.of("parta.storage", "external"))) {
            var browser = new Browser(port(external));
            browser.get("/login");
            assertThat(browser.signIn("teacher", PASSWORD).getStatus().value()).isEqualTo(401);
            assertThat(status(new Browser(port(external)).with("SESSION", token)))
                    .isEqualTo(401);
        }
    }
}
