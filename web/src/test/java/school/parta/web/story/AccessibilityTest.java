package school.parta.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.parta.testing.ServiceTest;

/** axe finds nothing on the pages that people open first, on a phone and on a desk, by day and by night. */
@ServiceTest
class AccessibilityTest {

    private static Browsers browsers;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "1440, LIGHT", "1440, DARK"})
    void axeFindsNothing(int width, ColorScheme scheme) {
        var url = "http://localhost:" + port;
        var day = SchoolDay.at(url);
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme);
        try (var strangers = browsers.window(options)) {
            clean(strangers.newPage(), url, List.of("/login"));
        }
        try (var teachers = browsers.window(options)) {
            var journal =
                    "/s/school-65/journal?group=%s&subject=%s&period=current".formatted(day.group(), day.subject());
            var cell = "/s/school-65/journal/cell?group=%s&subject=%s&period=current&cell=%s.%s"
                    .formatted(
                            day.group(),
                            day.subject(),
                            day.lesson(),
                            day.pupils().getFirst());
            clean(Browsers.signIn(teachers, url, "teacher"), url, List.of("/", journal, cell, "/account", "/s/none"));
        }
        try (var parents = browsers.window(options)) {
            var diary = "/s/school-65/diary/" + SchoolDay.firstChild(Client.signedIn(url, "parent"));
            clean(Browsers.signIn(parents, url, "parent"), url, List.of(diary, diary + "/subjects"));
        }
    }

    private static void clean(Page page, String url, List<String> paths) {
        for (var path : paths) {
            page.navigate(url + path);
            page.locator("main").waitFor();
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .as("%s is wider than the window", path)
                    .isEqualTo(false);
        }
    }
}
