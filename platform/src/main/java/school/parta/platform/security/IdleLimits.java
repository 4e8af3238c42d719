package school.parta.platform.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** How long an account may rest before it must sign in again: the more one sees, the shorter. */
final class IdleLimits {

    private static final Set<Role> FAMILY = EnumSet.of(Role.PUPIL, Role.GUARDIAN);
    private static final Set<Role> TEACHERS = EnumSet.of(Role.TEACHER, Role.CLASS_TEACHER);

    private IdleLimits() {}

    static Duration of(Account account, SessionSettings settings) {
        var limit = account.platformRoles().isEmpty() ? settings.idleFamily() : settings.idleBulk();
        for (var membership : account.memberships()) {
            for (var role : membership.roles()) {
                limit = shorter(limit, of(role, settings));
            }
        }
        return limit;
    }

    private static Duration of(Role role, SessionSettings settings) {
        if (FAMILY.contains(role)) {
            return settings.idleFamily();
        }
        return TEACHERS.contains(role) ? settings.idleTeacher() : settings.idleBulk();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
