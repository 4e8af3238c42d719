package school.parta.web.security;

import java.util.Set;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses unsafe requests of which the browser itself says that another site sent them. */
final class SameOrigin implements WebFilter {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var site = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
        var foreign = site != null && !OWN.contains(site);
        return foreign && !Paths.isSafe(exchange) && !Credentials.isBearer(exchange)
                ? Mono.error(new UntrustedRequest())
                : chain.filter(exchange);
    }
}
