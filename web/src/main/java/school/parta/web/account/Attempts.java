package school.parta.web.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import school.parta.platform.security.Attempt;
import school.parta.web.security.Cookies;

/** Makes an attempt to sign in of a request. */
@Component
class Attempts {

    private final Cookies cookies;

    Attempts(Cookies cookies) {
        this.cookies = cookies;
    }

    /** Of a browser, with the session it may have. */
    Attempt browser(ServerWebExchange exchange, @Nullable String login, @Nullable String password) {
        return attempt(exchange, login, password, cookies.readSession(exchange));
    }

    /** Of a program; a cookie beside it does not matter. */
    Attempt program(ServerWebExchange exchange, @Nullable String login, @Nullable String password) {
        return attempt(exchange, login, password, null);
    }

    private static Attempt attempt(
            ServerWebExchange exchange, @Nullable String login, @Nullable String password, @Nullable String session) {
        var peer = exchange.getRequest().getRemoteAddress();
        var address = peer == null || peer.getAddress() == null
                ? ""
                : peer.getAddress().getHostAddress();
        var device = Device.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT));
        return new Attempt(login == null ? "" : login, password == null ? "" : password, address, device, session);
    }
}
