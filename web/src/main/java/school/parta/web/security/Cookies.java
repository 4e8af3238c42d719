package school.parta.web.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Writes and reads the cookies of the service. */
@Component
public class Cookies {

    private static final String SESSION = "SESSION";
    private static final String SECURE_SESSION = "__Host-SESSION";

    private final Secure secure;

    Cookies(@Value("${parta.security.secure-cookies:auto}") Secure secure) {
        this.secure = secure;
    }

    enum Secure {
        AUTO,
        ALWAYS,
        NEVER
    }

    boolean secure(ServerWebExchange exchange) {
        return switch (secure) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> "https".equals(exchange.getRequest().getURI().getScheme());
        };
    }

    private String session(ServerWebExchange exchange) {
        return secure(exchange) ? SECURE_SESSION : SESSION;
    }

    /** The token of the browser's session. */
    public @Nullable String readSession(ServerWebExchange exchange) {
        return read(exchange, session(exchange));
    }

    /** Gives the browser a session's token. */
    public void writeSession(ServerWebExchange exchange, String token, Duration life) {
        write(exchange, builder(exchange, session(exchange), token).httpOnly(true), life);
    }

    /** Takes the session's token from the browser. */
    public void clearSession(ServerWebExchange exchange) {
        writeSession(exchange, "", Duration.ZERO);
    }

    /** A cookie that scripts of the page may read. */
    public void writeOpen(ServerWebExchange exchange, String name, String value, Duration life) {
        write(exchange, builder(exchange, name, value), life);
    }

    static @Nullable String read(ServerWebExchange exchange, String name) {
        var cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    private ResponseCookie.ResponseCookieBuilder builder(ServerWebExchange exchange, String name, String value) {
        return ResponseCookie.from(name, value).path("/").sameSite("Lax").secure(secure(exchange));
    }

    private static void write(ServerWebExchange exchange, ResponseCookie.ResponseCookieBuilder cookie, Duration life) {
        var built = cookie.maxAge(life).build();
        exchange.getResponse().getCookies().set(built.getName(), built);
    }
}
