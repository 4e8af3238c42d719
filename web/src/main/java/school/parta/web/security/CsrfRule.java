package school.parta.web.security;

import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Which requests must prove that our own page sent them: every unsafe one that stands on a cookie, and sign-in itself.
 * A bearer token is proof enough, and asking for one stands on no cookie.
 */
final class CsrfRule implements ServerWebExchangeMatcher {

    private static final String TOKENS = "/api/v1/tokens";

    private final Cookies cookies;

    CsrfRule(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        return isDue(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }

    private boolean isDue(ServerWebExchange exchange) {
        if (Paths.isSafe(exchange)
                || Credentials.isBearer(exchange)
                || Paths.of(exchange).equals(TOKENS)) {
            return false;
        }
        var nobody = cookies.readSession(exchange) == null;
        return !(nobody && Paths.school(exchange) != null);
    }
}
