package school.parta.platform.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Who is signed in by a token. What a node read it trusts for a few seconds, and requests that come together share one
 * look; nothing here needs Redis.
 */
@Component
public class SignedIn {

    private static final int MOST = 100_000;

    private final Keys keys;
    private final SessionSettings settings;
    private final Clock clock;
    private final Seen seen;
    private final boolean demoAllowed;
    private final AsyncCache<Key, Optional<Found>> known;

    SignedIn(
            Keys keys,
            SessionSettings settings,
            Clock clock,
            Seen seen,
            @Value("${parta.storage:external}") String storage) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.seen = seen;
        this.demoAllowed = storage.equals("embedded");
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<Key, Optional<Found>>writing(
                        (key, found) -> found.isPresent() ? settings.remembered() : settings.unknown()))
                .buildAsync();
    }

    /** The account of a browser's session; empty when it is not signed in. */
    public Mono<Account> bySession(String token) {
        return look(Key.session(token)).doOnNext(seen::note).map(Found::account);
    }

    /** The account of an API token; empty when the token is good for nothing. */
    public Mono<Account> byToken(String token) {
        return look(Key.token(token)).map(Found::account);
    }

    /** Forgets what this token was. */
    void forget(Key key) {
        known.synchronous().invalidate(key);
    }

    /** Forgets a session or token that ended, at once on this node. */
    void forget(UUID session) {
        known.synchronous()
                .asMap()
                .values()
                .removeIf(found -> found.filter(one -> one.account().session().equals(session))
                        .isPresent());
    }

    /** Forgets everything about an account that changed. */
    void forgetAccount(UUID account) {
        known.synchronous()
                .asMap()
                .values()
                .removeIf(found ->
                        found.filter(one -> one.account().id().equals(account)).isPresent());
    }

    /**
     * What is known is told at once. Else the waiting requests go on each by itself, on threads that carry neither SQL
     * nor HTTP: run one after the other on the connection that answered, some of their own answers got stuck.
     */
    private Mono<Found> look(Key key) {
        return Mono.defer(() -> {
                    var shared = shared(key);
                    return shared.isDone()
                            ? Mono.fromFuture(shared, true)
                            : Mono.fromFuture(shared, true).publishOn(Schedulers.parallel());
                })
                .flatMap(Mono::justOrEmpty);
    }

    /** The look is put into the cache before it begins: nothing may run inside of the cache's own locks. */
    @SuppressWarnings("ReferenceEquality")
    private CompletableFuture<Optional<Found>> shared(Key key) {
        var own = new CompletableFuture<Optional<Found>>();
        var first = known.get(key, (wanted, executor) -> own);
        if (first == own) {
            valid(key).subscribe(own::complete, own::completeExceptionally);
        }
        return first;
    }

    private Mono<Optional<Found>> valid(Key key) {
        return keys.find(key).filter(this::holds).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private boolean holds(Found found) {
        if (found.demo() && !demoAllowed) {
            return false;
        }
        var seenAt = found.seenAt();
        return seenAt == null
                || seenAt.plus(IdleLimits.of(found.account(), settings)).isAfter(clock.instant());
    }
}
