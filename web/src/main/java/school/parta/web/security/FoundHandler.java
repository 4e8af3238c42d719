package school.parta.web.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives the dispatcher the handler that the gate has found, so that each address is searched for once and not twice. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FoundHandler implements HandlerMapping {

    @Override
    public Mono<Object> getHandler(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.<Object>getAttribute(FoundHandler.class.getName()));
    }
}
