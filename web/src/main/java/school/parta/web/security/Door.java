package school.parta.web.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import school.parta.platform.refusal.NotFound;

/** Turns away, before anything else, methods that nobody needs and strangers who ask how the service feels. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Door implements WebFilter {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final List<String> FORWARDED =
            List.of("forwarded", "x-real-ip", "via", "x-client-ip", "true-client-ip", "cf-connecting-ip");

    private final boolean sharedPort;

    Door(Environment environment) {
        var port = environment.getProperty("server.port", "8080");
        this.sharedPort =
                environment.getProperty("management.server.port", port).equals(port);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var method = exchange.getRequest().getMethod();
        if (!METHODS.contains(method)) {
            return Mono.error(new MethodNotAllowedException(method, METHODS));
        }
        return Paths.isActuator(exchange) && sharedPort && !local(exchange)
                ? Mono.error(new NotFound())
                : chain.filter(exchange);
    }

    private static boolean local(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var peer = request.getRemoteAddress();
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && request.getHeaders().headerNames().stream().noneMatch(Door::forwarding);
    }

    private static boolean forwarding(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-") || FORWARDED.contains(name);
    }
}
