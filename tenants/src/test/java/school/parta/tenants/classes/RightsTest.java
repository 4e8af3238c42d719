package school.parta.tenants.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Membership;
import school.parta.platform.security.Role;

class RightsTest {

    private static final UUID CHILD = UUID.randomUUID();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<Set<UUID>> truth = new AtomicReference<>(Set.of(CHILD));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Rights rights = new Rights(clock);

    private static Actor actor(UUID account, int tenant, Role role) {
        var membership = new Membership(tenant, "s", "S", ZoneId.of("UTC"), Set.of(role), UUID.randomUUID());
        return new Actor(
                new Account(account, "login", "Name", "ru", Set.of(), List.of(membership), UUID.randomUUID()),
                membership);
    }

    private Set<UUID> pupils(Actor actor) {
        var read = Mono.fromSupplier(() -> {
            reads.incrementAndGet();
            return truth.get();
        });
        return Set.copyOf(
                java.util.Objects.requireNonNull(rights.pupils(actor, read).block()));
    }

    @Test
    void rightThatEndsIsGoneWithinFiveSeconds() {
        var guardian = actor(UUID.randomUUID(), 1, Role.GUARDIAN);
        assertThat(pupils(guardian)).containsExactly(CHILD);
        truth.set(Set.of());
        now.set(Instant.EPOCH.plusMillis(4_999));
        assertThat(pupils(guardian)).containsExactly(CHILD);
        assertThat(reads).hasValue(1);
        now.set(Instant.EPOCH.plusSeconds(5));
        assertThat(pupils(guardian)).isEmpty();
        assertThat(reads).hasValue(2);
    }

    @Test
    void nothingIsKnownOfAnotherSchoolOrRole() {
        var account = UUID.randomUUID();
        assertThat(pupils(actor(account, 1, Role.GUARDIAN))).isNotEmpty();
        truth.set(Set.of());
        assertThat(pupils(actor(account, 2, Role.GUARDIAN))).isEmpty();
        assertThat(pupils(actor(account, 1, Role.CLASS_TEACHER))).isEmpty();
        assertThat(pupils(actor(UUID.randomUUID(), 1, Role.GUARDIAN))).isEmpty();
    }
}
