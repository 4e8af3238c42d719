package school.parta.web.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium of the system where there is one, else Playwright's own download. */
final class Browsers implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<Path> SYSTEM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers open() {
        var installed = SYSTEM.stream().filter(Files::isExecutable).findFirst();
        var options = new Playwright.CreateOptions();
        installed.ifPresent(path -> options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var playwright = Playwright.create(options);
        var launch = new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        installed.ifPresent(launch::setExecutablePath);
        return new Browsers(playwright, playwright.chromium().launch(launch));
    }

    /** A browser profile of its own: other cookies, another person. */
    BrowserContext window() {
        return browser.newContext(new Browser.NewContextOptions().setLocale("ru-RU"));
    }

    BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("ru-RU"));
    }

    /** Signs in as a person does and waits for the home page. */
    static Page signIn(BrowserContext window, String url, String login) {
        var page = window.newPage();
        page.navigate(url + "/login");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill("parta-demo-2026");
        page.locator("form[action='/login'] button[type=submit], form[action='/login'] button:not([type])")
                .first()
                .click();
        page.waitForURL(target -> !target.contains("/login"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
