package school.parta.web.security;

import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import school.parta.web.http.Messages;

/** The language of a page, and its choice by those who have no account to keep it. */
@Component
public class Languages {

    private static final Duration LIFE = Duration.ofDays(365);

    private final Cookies cookies;

    Languages(Cookies cookies) {
        this.cookies = cookies;
    }

    public Locale of(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Messages.RUSSIAN : locale;
    }

    /** Remembers {@code en} or else {@code ru} in this browser. */
    public void choose(ServerWebExchange exchange, String language) {
        cookies.writeOpen(exchange, AccountLocale.COOKIE, language.equals("en") ? "en" : "ru", LIFE);
    }
}
