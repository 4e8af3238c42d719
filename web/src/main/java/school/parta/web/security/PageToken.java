package school.parta.web.security;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Asks for the CSRF token on behalf of every page; else it is made too late for its cookie, or never. */
public final class PageToken implements WebFilter {

    private static final String ATTRIBUTE = "_csrf";

    PageToken() {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Paths.isApi(exchange) || Paths.isStatic(exchange) || Paths.isActuator(exchange)) {
            return chain.filter(exchange);
        }
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.<CsrfToken>empty());
        return token.doOnNext(value -> exchange.getAttributes().put(ATTRIBUTE, value.getToken()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** What a form of this page sends back as {@code _csrf}. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "");
    }
}
