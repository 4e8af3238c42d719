package school.parta.tenants.classes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** Whose diary is open to whom, trusted for as long as a sign-in is: a right that ends is gone within five seconds. */
@Component
class Rights {

    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final Map<Holder, Right> known = new ConcurrentHashMap<>();
    private final Clock clock;

    Rights(Clock clock) {
        this.clock = clock;
    }

    private record Holder(int tenant, UUID account, Set<Role> roles) {}

    private record Right(Set<UUID> pupils, Instant until) {}

    /** The pupils in the actor's reach; read only when what was read is too old. */
    Mono<Set<UUID>> pupils(Actor actor, Mono<Set<UUID>> read) {
        var holder = new Holder(actor.membership().tenant(), actor.account().id(), actor.roles());
        var right = known.get(holder);
        if (right != null && clock.instant().isBefore(right.until())) {
            return Mono.just(right.pupils());
        }
        return Mono.defer(() -> {
            // The time of the question, not of the answer: nothing is trusted for longer.
            var until = clock.instant().plus(TRUSTED);
            return read.map(pupils -> remembered(holder, new Right(pupils, until)));
        });
    }

    private Set<UUID> remembered(Holder holder, Right right) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(holder, right);
        return right.pupils();
    }
}
