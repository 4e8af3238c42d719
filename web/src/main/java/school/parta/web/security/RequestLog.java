package school.parta.web.security;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request an id and one line in the log: the route, never the address asked for, which may name a child. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog implements WebFilter {

    static final String ID = "X-Request-Id";

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = id();
        var start = System.nanoTime();
        exchange.getResponse().getHeaders().set(ID, id);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> line(exchange, id, start)));
        return chain.filter(exchange);
    }

    /** The id of the request, for the ledger. */
    static String id(ServerWebExchange exchange) {
        return String.valueOf(exchange.getResponse().getHeaders().getFirst(ID));
    }

    private static String id() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong(), 8);
    }

    private static void line(ServerWebExchange exchange, String id, long start) {
        var status = exchange.getResponse().getStatusCode();
        var code = status == null ? 200 : status.value();
        log.atLevel(code >= 500 ? Level.WARN : Level.DEBUG)
                .addKeyValue("request", id)
                .addKeyValue("method", exchange.getRequest().getMethod())
                .addKeyValue(
                        "route", exchange.getAttributeOrDefault(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "-"))
                .addKeyValue("status", code)
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("answered");
    }
}
