package school.parta.web.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import school.parta.platform.cache.Seen;
import school.parta.platform.database.Scope;
import school.parta.platform.live.Cursor;
import school.parta.platform.live.LiveHub;

/**
 * Lets a node that is behind what a browser has heard of ({@code Parta-Seen}) catch up before it answers. Where that
 * takes too long the cache is passed by. Comes after the school of the request is known.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SeenFilter implements WebFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LiveHub hub;

    SeenFilter(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var position = position(exchange);
        return position == null
                ? chain.filter(exchange)
                : Mono.deferContextual(context -> after(position, exchange, chain, context));
    }

    private Mono<Void> after(long position, ServerWebExchange exchange, WebFilterChain chain, ContextView context) {
        if (!context.hasKey(Scope.class)) {
            return chain.filter(exchange);
        }
        return hub.seen(Scope.of(context).tenant(), position)
                .thenReturn(true)
                .timeout(PATIENCE)
                .onErrorReturn(false)
                .flatMap(caughtUp -> caughtUp
                        ? chain.filter(exchange)
                        : chain.filter(exchange).contextWrite(new Seen(position)::in));
    }

    /** The position in the school of the path; null where the header says nothing of it. */
    private static @Nullable Long position(ServerWebExchange exchange) {
        var seen = exchange.getRequest().getHeaders().getFirst("Parta-Seen");
        var cursor = seen == null ? null : Cursor.parse(seen);
        if (cursor == null) {
            return null;
        }
        for (var entry : cursor.positions().entrySet()) {
            var path = exchange.getRequest().getPath().pathWithinApplication().value();
            if (path.contains("/" + entry.getKey() + "/")) {
                return entry.getValue();
            }
        }
        return null;
    }
}
