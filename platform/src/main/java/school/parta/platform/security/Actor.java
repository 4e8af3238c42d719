package school.parta.platform.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

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

    /** Today in the school's time zone. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(membership.timeZone()));
    }
}
