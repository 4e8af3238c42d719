package school.parta.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.parta.testing.ServiceTest;

/** The class page under the hands of a teacher. */
@ServiceTest
class GridKeyboardTest {

    private static Browsers browsers;

    @LocalServerPort
    int port;

    private BrowserContext window;
    private Page page;
    private SchoolDay day;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void openClassPage() {
        var url = "http://localhost:" + port;
        day = SchoolDay.at(url);
        window = browsers.window(
                new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        page = Browsers.signIn(window, url, "teacher");
        page.onDialog(dialog -> dialog.accept());
        page.navigate(
                url + "/s/school-65/journal?group=%s&subject=%s&period=current".formatted(day.group(), day.subject()));
        clearColumn();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    /** Every test begins with an empty column. */
    private void clearColumn() {
        cell(0).click();
        page.keyboard().press("Shift+Control+End");
        for (var pupil = 0; pupil < day.pupils().size(); pupil++) {
            if (!cell(pupil).innerText().isBlank()) {
                cell(pupil).click();
                page.keyboard().press("Delete");
            }
        }
        cell(0).click();
        saved();
    }

    private Locator cell(int pupil) {
        return page.locator("td[data-lesson='%s']".formatted(day.lesson())).nth(pupil);
    }

    private void saved() {
        assertThat(page.locator("td[data-state=sending], td[data-state=queued]"))
                .hasCount(0);
    }

    @Test
    void oneKeystrokeGivesAMarkAndGoesDown() {
        page.keyboard().press("Digit5");
        page.keyboard().press("Numpad4");
        assertThat(cell(0)).hasText("5");
        assertThat(cell(1)).hasText("4");
        assertThat(cell(2)).isFocused();
        saved();
        page.reload();
        assertThat(cell(0)).hasText("5");
    }

    @Test
    void lettersGoByTheirPlaceOnTheKeyboard() {
        page.keyboard().press("KeyY");
        page.keyboard().press("Comma");
        page.keyboard().press("KeyE");
        assertThat(cell(0)).hasText("н");
        assertThat(cell(1)).hasText("б");
        assertThat(cell(2)).hasText("уп");
        saved();
        page.reload();
        assertThat(cell(2)).hasText("уп");
    }

    @Test
    void slashAddsASecondMarkToTheCellAbove() {
        page.keyboard().press("Digit5");
        page.keyboard().press("/");
        page.keyboard().press("Digit4");
        assertThat(cell(0)).hasText("5/4");
        saved();
    }

    @Test
    void undoTakesBackWhatWasSaved() {
        page.keyboard().press("Digit5");
        saved();
        page.keyboard().press("Control+KeyZ");
        assertThat(cell(0)).hasText("");
        page.keyboard().press("Control+KeyY");
        assertThat(cell(0)).hasText("5");
        saved();
        page.reload();
        assertThat(cell(0)).hasText("5");
    }

    @Test
    void rangeIsFilledByOneKeyAndTakenBackByOne() {
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Digit4");
        assertThat(cell(2)).hasText("4");
        page.keyboard().press("Control+KeyZ");
        assertThat(cell(0)).hasText("");
        assertThat(cell(2)).hasText("");
        saved();
    }

    @Test
    void spreadsheetIsMatchedBySurnames() {
        var name = page.locator("th.who")
                .nth(3)
                .innerText()
                .replaceAll("^\\d+", "")
                .strip();
        page.evaluate("text => navigator.clipboard.writeText(text)", name + "\t5\nНикто Такой\t3");
        page.keyboard().press("Control+KeyV");
        assertThat(page.locator("dialog[open] h2")).containsText("Примем: 1, пропустим: 1");
        page.keyboard().press("Enter");
        assertThat(cell(2)).hasText("5");
        saved();
    }

    @Test
    void nothingTypedIsLostWhenTheSessionEnds() {
        window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
        page.keyboard().press("Digit3");
        page.locator("#sign-in [name=login]").fill("teacher");
        page.locator("#sign-in [name=password]").fill("parta-demo-2026");
        page.locator("#sign-in button").click();
        saved();
        page.reload();
        assertThat(cell(0)).hasText("3");
    }

    @Test
    void whatWaitsOutlivesAReload() {
        page.route("**/journal/changes", route -> route.abort());
        page.keyboard().press("Digit3");
        assertThat(page.locator("#saved")).containsText("в очереди: 1");
        page.reload();
        assertThat(cell(0)).hasText("3");
        page.unroute("**/journal/changes");
        saved();
        assertThat(page.locator("#saved")).containsText("Сохранено");
    }

    @Test
    void bothValuesStandInTheCellThatSomebodyElseChanged() {
        page.keyboard().press("Digit5");
        saved();
        var other = window.newPage();
        other.route("**/api/v1/live*", route -> route.abort());
        other.navigate(page.url());
        other.route("**/journal?*", route -> route.abort());
        cell(0).click();
        page.keyboard().press("Digit4");
        saved();

        var theirs =
                other.locator("td[data-lesson='%s']".formatted(day.lesson())).first();
        theirs.click();
        other.keyboard().press("Digit3");
        assertThat(theirs).containsText("1: 3");
        assertThat(theirs).containsText("2: 4");
        theirs.click();
        other.keyboard().press("Digit1");
        assertThat(theirs).hasText("3");
        assertThat(cell(0)).hasText("3");
    }
}
