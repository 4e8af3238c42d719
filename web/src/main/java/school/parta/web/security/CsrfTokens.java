package school.parta.web.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Tokens;

/** Keeps the token against cross-site requests in a cookie that the page's script can read and a stranger's cannot. */
final class CsrfTokens implements ServerCsrfTokenRepository {

    static final String COOKIE = "XSRF-TOKEN";
    static final String HEADER = "X-XSRF-TOKEN";
    static final String FIELD = "_csrf";

    private static final Duration LIFE = Duration.ofDays(90);

    private final Cookies cookies;

    CsrfTokens(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> new DefaultCsrfToken(HEADER, FIELD, Tokens.next()));
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.justOrEmpty(token)
                .doOnNext(made -> cookies.writeOpen(exchange, COOKIE, made.getToken(), LIFE))
                .then();
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return Mono.justOrEmpty(Cookies.read(exchange, COOKIE))
                .map(value -> new DefaultCsrfToken(HEADER, FIELD, value));
    }
}
