package school.parta.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.parta.testing.ServiceTest;

/** The main job: a teacher types a mark, and the diary that a parent has open in another browser shows it. */
@ServiceTest
class MarkReachesDiaryTest {

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
    void markTypedByTheTeacherAppearsInTheOpenDiary() {
        var url = "http://localhost:" + port;
        var day = SchoolDay.at(url);
        var child = SchoolDay.firstChild(Client.signedIn(url, "parent"));
        try (var teachers = browsers.window();
                var parents = browsers.window()) {
            var diary = openDiary(parents, url, child, day);
            var before = diary.locator("button.mark").count();
            var cell = openCell(teachers, url, day, child);

            cell.click();
            teachers.pages().getFirst().keyboard().press("Digit5");
            var typed = System.nanoTime();
            PlaywrightAssertions.assertThat(diary.locator("button.mark"))
                    .hasCount(before + 1, new LocatorAssertions.HasCountOptions().setTimeout(3_000));
            assertThat(Duration.ofNanos(System.nanoTime() - typed)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static Page openDiary(BrowserContext window, String url, String child, SchoolDay day) {
        var page = Browsers.signIn(window, url, "parent");
        page.navigate(url + "/s/school-65/diary/" + child + "?week=" + day.week());
        page.locator("body[data-live=on]").waitFor(attached());
        return page;
    }

    private static Locator openCell(BrowserContext window, String url, SchoolDay day, String child) {
        var page = Browsers.signIn(window, url, "teacher");
        page.navigate(
                url + "/s/school-65/journal?group=%s&subject=%s&period=current".formatted(day.group(), day.subject()));
        return page.locator("td[data-lesson='%s'][data-pupil='%s']".formatted(day.lesson(), child));
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(10_000);
    }
}
