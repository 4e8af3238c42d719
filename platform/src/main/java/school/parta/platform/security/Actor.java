package school.parta.platform.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.parta.platform.database.RequestKey;
import school.parta.platform.database.Scope;

/**
 * An account that acts in one school.
 *
 * @param account who
 * @param membership as what
 */
public record Actor(Account account, Membership membership) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The school's record of the actor; an id that matches nothing when there is none. */
    public UUID person() {
        var person = membership.person();
        return person == null ? NOBODY : person;
    }

    public Set<Role> roles() {
        return membership.roles();
    }

    public boolean is(Role role) {
        return membership.roles().contains(role);
    }

    public String school() {
        return membership.school();
    }

    /**
     * On whose behalf statements run while this actor acts.
     *
     * @param request the request's id
     * @param key its Idempotency-Key, if it has one
     */
    public Scope scope(@Nullable String request, @Nullable RequestKey key) {
        var roles = membership.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        return new Scope(membership.tenant(), account.id(), roles, request, key);
    }

    /** Today in the school's time zone. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(membership.timeZone()));
    }
}
