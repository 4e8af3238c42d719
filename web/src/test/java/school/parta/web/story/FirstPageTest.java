package school.parta.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import school.parta.testing.ServiceTest;

/** What a parent's first page costs on a cold cache. */
@ServiceTest
class FirstPageTest {

    private static final int REQUESTS = 6;
    private static final int BYTES = 60 * 1024;

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
    void parentsFirstPageTakesSixRequestsAnd60Kilobytes() {
        var url = "http://localhost:" + port;
        try (var signedIn = browsers.window();
                var cold = browsers.window()) {
            Browsers.signIn(signedIn, url, "parent");
            cold.addCookies(signedIn.cookies().stream()
                    .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value).setUrl(url))
                    .toList());
            var page = cold.newPage();
            var requests = new ArrayList<Request>();
            page.onRequest(requests::add);
            page.navigate(url + "/");
            page.locator("body[data-live=on]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

            assertThat(requests).hasSizeLessThanOrEqualTo(REQUESTS);
            assertThat(bytes(requests)).isLessThan(BYTES);
        }
    }

    /** What came over the line, but for the stream, which does not end. */
    private static int bytes(List<Request> requests) {
        return requests.stream()
                .filter(request -> !request.url().contains("/api/v1/live"))
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }
}
