package school.parta.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.parta.testing.ServiceTest;

/** All that the grid does can be done where no script runs. */
@ServiceTest
class FormsWithoutScriptTest {

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

    @Test
    void markIsGivenCorrectedAndTakenAwayByForms() {
        var url = "http://localhost:" + port;
        var day = SchoolDay.at(url);
        try (var window = browsers.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = Browsers.signIn(window, url, "teacher");
            page.navigate(journal(url, day));
            var cell = emptyCell(page, day);

            cell.locator("button").click();
            form(page, "give").locator("select[name=value]").selectOption("4");
            form(page, "give").locator("button").click();
            assertThat(cell).hasText("4");

            cell.locator("button").click();
            form(page, "correct").locator("select[name=value]").selectOption("5");
            form(page, "correct").locator("button").click();
            assertThat(cell).hasText("5");

            cell.locator("button").click();
            form(page, "remove").locator("button").click();
            assertThat(cell).hasText("");
        }
    }

    @Test
    void refusedFormSaysWhyAndTheAbsenceStays() {
        var url = "http://localhost:" + port;
        var day = SchoolDay.at(url);
        try (var window = browsers.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = Browsers.signIn(window, url, "teacher");
            page.navigate(journal(url, day));
            var cell = emptyCell(page, day);

            cell.locator("button").click();
            form(page, "absence").locator("select[name=code]").selectOption("б");
            form(page, "absence").locator("button").click();
            assertThat(cell).hasText("б");

            cell.locator("button").click();
            form(page, "absence").locator("input[name=minutes]").fill("10");
            form(page, "absence").locator("button").click();
            assertThat(page.locator("[role=alert]")).containsText("только при опоздании");
        }
    }

    @Test
    void topicAndHomeworkAreWrittenByTheFormOfTheLesson() {
        var url = "http://localhost:" + port;
        var day = SchoolDay.at(url);
        try (var window = browsers.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = Browsers.signIn(window, url, "teacher");
            page.navigate(journal(url, day) + "&lesson=" + day.lesson());
            page.locator("[name=topic]").fill("Квадрат суммы");
            page.locator("[name=homework]").fill("№ 233");
            page.locator("#lesson-save").click();

            page.navigate(journal(url, day) + "&lesson=" + day.lesson());
            assertThat(page.locator("[name=topic]")).hasValue("Квадрат суммы");
            assertThat(page.locator("[name=homework]")).hasValue("№ 233");
        }
    }

    private static String journal(String url, SchoolDay day) {
        return url + "/s/school-65/journal?group=%s&subject=%s&period=current".formatted(day.group(), day.subject());
    }

    private static Locator emptyCell(Page page, SchoolDay day) {
        var column = "td[data-lesson='%s']".formatted(day.lesson());
        var pupil = page.locator(column + ":has(button:empty)").first().getAttribute("data-pupil");
        return page.locator(column + "[data-pupil='%s']".formatted(pupil));
    }

    private static Locator form(Page page, String act) {
        return page.locator("form:has(input[name=act][value=%s])".formatted(act))
                .first();
    }
}
