package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class CookiesTest {

    private final Cookies cookies = new Cookies(Cookies.Secure.AUTO);

    private static MockServerWebExchange exchange(String scheme) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(scheme + "://parta.school/")
                .cookie(new HttpCookie("SESSION", "plain"), new HttpCookie("__Host-SESSION", "host")));
    }

    @Test
    void overTlsTheCookieBelongsToTheHostAlone() {
        var exchange = exchange("https");
        cookies.writeSession(exchange, "token", Duration.ofDays(1));
        assertThat(exchange.getResponse().getCookies().getFirst("__Host-SESSION"))
                .hasToString("__Host-SESSION=token; Path=/; Max-Age=86400; Expires="
                        + exchange.getResponse()
                                .getCookies()
                                .getFirst("__Host-SESSION")
                                .toString()
                                .replaceAll(".*Expires=([^;]+);.*", "$1")
                        + "; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void cookieThatASubdomainMayHaveSetIsNotLookedAtOverTls() {
        assertThat(cookies.readSession(exchange("https"))).isEqualTo("host");
        assertThat(cookies.readSession(exchange("http"))).isEqualTo("plain");
    }

    @Test
    void signOutTakesTheCookieBack() {
        var exchange = exchange("http");
        cookies.clearSession(exchange);
        assertThat(exchange.getResponse().getCookies().getFirst("SESSION").getMaxAge())
                .isZero();
    }

    @Test
    void csrfCookieIsReadableByScript() {
        var exchange = exchange("https");
        cookies.writeOpen(exchange, "XSRF-TOKEN", "value", Duration.ofDays(1));
        var cookie = exchange.getResponse().getCookies().getFirst("XSRF-TOKEN");
        assertThat(cookie.isHttpOnly()).isFalse();
        assertThat(cookie.isSecure()).isTrue();
    }
}
