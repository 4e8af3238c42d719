package school.parta.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.SignedIn;

/** Finds out who asks: by the bearer token, else by the cookie; never by both. */
final class Credentials implements WebFilter {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;

    private final SignedIn signedIn;
    private final Cookies cookies;

    Credentials(SignedIn signedIn, Cookies cookies) {
        this.signedIn = signedIn;
        this.cookies = cookies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Paths.isStatic(exchange) || Paths.isActuator(exchange)) {
            return chain.filter(exchange);
        }
        return account(exchange)
                .doOnNext(account -> exchange.getAttributes().put(Account.class.getName(), account))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Account> account(ServerWebExchange exchange) {
        if (isBearer(exchange)) {
            return Mono.justOrEmpty(
                            usable(header(exchange).substring(BEARER.length()).strip()))
                    .flatMap(signedIn::byToken);
        }
        return Mono.justOrEmpty(usable(cookies.readSession(exchange))).flatMap(signedIn::bySession);
    }

    /** Who is signed in; null for nobody. */
    static @Nullable Account of(ServerWebExchange exchange) {
        return exchange.getAttribute(Account.class.getName());
    }

    /** Whether the request stands on a token that no browser adds by itself. */
    static boolean isBearer(ServerWebExchange exchange) {
        return header(exchange).regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static String header(ServerWebExchange exchange) {
        var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null ? "" : header;
    }

    private static @Nullable String usable(@Nullable String token) {
        return token == null || token.isEmpty() || token.length() > LONGEST ? null : token;
    }
}
