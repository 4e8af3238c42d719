package school.parta.web.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Rate;
import school.parta.platform.security.TooManyRequests;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Matrix;
import school.parta.tenants.access.Resource;
import school.parta.tenants.access.Verdict;

/**
 * Lets a request through to its handler, as somebody in some school. A school that the account does not belong to, a
 * handler that nobody classified and a thing that no role may read all answer like an address that does not exist.
 */
final class Gate implements WebFilter {

    private final Handlers handlers;
    private final IdempotencyKeys keys;
    private final Rate rate;

    Gate(Handlers handlers, IdempotencyKeys keys, Rate rate) {
        this.handlers = handlers;
        this.keys = keys;
        this.rate = rate;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var account = Credentials.of(exchange);
        var school = Paths.school(exchange);
        if (account == null) {
            return school == null ? anonymous(exchange, chain) : Mono.error(new NotSignedIn());
        }
        if (!rate.allows(account.id())) {
            return Mono.error(new TooManyRequests());
        }
        return school == null ? signedIn(exchange, chain) : inSchool(exchange, chain, account, school);
    }

    private Mono<Void> anonymous(ServerWebExchange exchange, WebFilterChain chain) {
        var guarded = Paths.isGuarded(exchange);
        return handlers.of(exchange)
                .onErrorMap(failure -> guarded ? new NotSignedIn() : failure)
                .map(kind -> kind.map(Handlers.Kind::resource))
                .switchIfEmpty(Mono.fromSupplier(() -> Optional.of(guarded ? Resource.OWN_ACCOUNT : Resource.PUBLIC)))
                .flatMap(resource -> switch (resource.orElse(null)) {
                    case PUBLIC -> chain.filter(exchange);
                    case null -> Mono.error(guarded ? new NotSignedIn() : new NotFound());
                    default -> Mono.error(new NotSignedIn());
                });
    }

    /** Outside of schools each handler asks for itself what of many schools the account may see. */
    private Mono<Void> signedIn(ServerWebExchange exchange, WebFilterChain chain) {
        return handlers.of(exchange)
                .map(kind -> kind.isPresent())
                .defaultIfEmpty(!Paths.isGuarded(exchange))
                .flatMap(known -> known ? chain.filter(exchange) : Mono.error(new NotFound()));
    }

    private Mono<Void> inSchool(ServerWebExchange exchange, WebFilterChain chain, Account account, String school) {
        var membership = account.in(school);
        if (membership.isEmpty()) {
            return Mono.error(new NotFound());
        }
        var actor = new Actor(account, membership.get());
        exchange.getAttributes().put(Actor.class.getName(), actor);
        return handlers.of(exchange)
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(kind -> switch (verdict(actor, kind)) {
                    case RUN -> run(exchange, chain, actor, kind);
                    case FORBIDDEN -> Mono.error(new NotAllowed());
                    case HIDDEN -> Mono.error(new NotFound());
                });
    }

    private static Verdict verdict(Actor actor, Handlers.Kind kind) {
        return kind.resource() == Resource.PUBLIC
                ? Verdict.RUN
                : Matrix.verdict(actor.roles(), kind.resource(), kind.action());
    }

    private Mono<Void> run(ServerWebExchange exchange, WebFilterChain chain, Actor actor, Handlers.Kind kind) {
        if (kind.action() == Action.READ || Paths.isSafe(exchange)) {
            return through(exchange, chain, actor, null);
        }
        return keys.read(exchange, kind.status()).flatMap(keyed -> through(keyed.exchange(), chain, actor, keyed));
    }

    private static Mono<Void> through(
            ServerWebExchange exchange, WebFilterChain chain, Actor actor, IdempotencyKeys.@Nullable Keyed keyed) {
        var scope = actor.scope(RequestLog.id(exchange), keyed == null ? null : keyed.key());
        return chain.filter(exchange).contextWrite(scope::in);
    }
}
