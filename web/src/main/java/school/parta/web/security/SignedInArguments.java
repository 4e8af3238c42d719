package school.parta.web.security;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;

/** Gives handlers who asks: an {@link Actor} in a school, an {@link Account} elsewhere. Without one it fails. */
final class SignedInArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Actor.class || type == Account.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return Mono.<Object>justOrEmpty(exchange.getAttributes()
                        .get(parameter.getParameterType().getName()))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("nobody is signed in, and the gate let the request through")));
    }
}
