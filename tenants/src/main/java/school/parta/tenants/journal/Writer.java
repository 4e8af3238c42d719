package school.parta.tenants.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/**
 * The hand that reads and writes.
 *
 * @param person the school's record of the actor
 * @param today today in the school
 * @param zone in which the school's days begin
 */
record Writer(UUID person, Set<Role> roles, LocalDate today, ZoneId zone) {

    static Writer of(Actor actor, LocalDate today) {
        return new Writer(
                actor.person(), actor.roles(), today, actor.membership().timeZone());
    }

    /** Whether a teaching load counts. */
    boolean teaches() {
        return roles.contains(Role.TEACHER);
    }

    /** Whether leading a class counts. */
    boolean leads() {
        return roles.contains(Role.CLASS_TEACHER);
    }

    /** Whether a guardianship counts. */
    boolean guards() {
        return roles.contains(Role.GUARDIAN);
    }

    /** Whether the actor may be the pupil itself. */
    boolean learns() {
        return roles.contains(Role.PUPIL);
    }

    /** Writes topics and homework of the whole school. */
    boolean notesAll() {
        return roles.contains(Role.DEPUTY);
    }

    /** Writes attendance of the whole school. */
    boolean registersAll() {
        return roles.contains(Role.DEPUTY) || roles.contains(Role.SECRETARY);
    }

    /** Reads the journal of the whole school. */
    boolean readsAll() {
        return roles.contains(Role.DEPUTY) || roles.contains(Role.DIRECTOR);
    }

    /** Knows every lesson and pupil of the school, if not what is written about them. */
    boolean knowsAll() {
        return readsAll() || roles.contains(Role.SECRETARY) || roles.contains(Role.ADMIN);
    }
}
