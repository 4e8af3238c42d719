package school.parta.web.security;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;

/** Finds the handler of a request before it runs, and what it is classified as. */
final class Handlers {

    private final RequestMappingHandlerMapping mapping;
    private final Map<Method, Optional<Kind>> kinds = new ConcurrentHashMap<>();

    Handlers(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * What a handler gives access to.
     *
     * @param status of its success
     */
    record Kind(Resource resource, Action action, int status) {}

    /** Empty when no handler method answers; fails as the dispatcher would, for a wrong method or media type. */
    Mono<Optional<Kind>> of(ServerWebExchange exchange) {
        return mapping.getHandler(exchange)
                .doOnNext(handler -> exchange.getAttributes().put(FoundHandler.class.getName(), handler))
                .map(handler -> handler instanceof HandlerMethod method ? known(method) : Optional.empty());
    }

    private Optional<Kind> known(HandlerMethod handler) {
        return kinds.computeIfAbsent(handler.getMethod(), method -> Optional.ofNullable(kind(handler)));
    }

    static @Nullable Kind kind(HandlerMethod handler) {
        var access = handler.getMethodAnnotation(Access.class);
        if (access != null) {
            return new Kind(access.value(), access.action(), status(handler));
        }
        return isApiDescription(handler) ? new Kind(Resource.OWN_ACCOUNT, Action.READ, 200) : null;
    }

    /** The one handler that is not ours and cannot carry our annotation. */
    private static boolean isApiDescription(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.springdoc.webflux.api.");
    }

    private static int status(HandlerMethod handler) {
        var status = handler.getMethodAnnotation(ResponseStatus.class);
        return status == null ? 200 : status.code().value();
    }
}
