package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/s/school-65/journal?group=1&subject=2", "/account", "/s/school-65/diary/1?week=2026-W48#x"
            })
    void ownPathIsKept(String path) {
        assertThat(NextPage.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil",
                "javascript:alert(1)",
                "evil",
                "",
                "/login?next=/login",
                "/logout",
                "/api/v1/me",
                "/s/\r\nSet-Cookie: a=b",
                "/\tx",
                "/путь"
            })
    void anythingElseIsTheHomePage(String path) {
        assertThat(NextPage.of(path)).isEqualTo("/");
    }

    @Test
    void nothingIsTheHomePageToo() {
        assertThat(NextPage.of(null)).isEqualTo("/");
        assertThat(NextPage.of("/" + "a".repeat(500))).isEqualTo("/");
    }
}
