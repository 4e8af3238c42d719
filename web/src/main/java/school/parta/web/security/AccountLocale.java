package school.parta.web.security;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The language of an answer: the account's, else the one this browser chose, else what it prefers, else Russian. */
final class AccountLocale implements LocaleContextResolver {

    static final String COOKIE = "LANG";

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<Locale> KNOWN = List.of(RUSSIAN, Locale.ENGLISH);

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(locale(exchange));
    }

    private static Locale locale(ServerWebExchange exchange) {
        var account = Credentials.of(exchange);
        if (account != null) {
            return known(account.language());
        }
        var chosen = Cookies.read(exchange, COOKIE);
        return chosen == null ? preferred(exchange) : known(chosen);
    }

    private static Locale known(String language) {
        return language.equals("en") ? Locale.ENGLISH : RUSSIAN;
    }

    private static Locale preferred(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        var best = header == null ? null : best(header);
        return best == null ? RUSSIAN : best;
    }

    private static @Nullable Locale best(String header) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the language is changed in the account or by its cookie");
    }
}
