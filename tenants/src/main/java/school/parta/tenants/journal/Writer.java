package school.parta.tenants.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/**
 * The hand that writes.
 *
 * @param person the school's record of the actor
 * @param teaches whether a teaching load counts for it
 * @param leads whether it may be a class teacher
 * @param deputy whether it may write attendance, topics and homework of the whole school
 * @param seesAll whether the whole journal is open to it
 * @param today today in the school
 * @param zone in which the school's days begin
 */
record Writer(
        UUID person, boolean teaches, boolean leads, boolean deputy, boolean seesAll, LocalDate today, ZoneId zone) {

    static Writer of(Actor actor, LocalDate today) {
        var deputy = actor.is(Role.DEPUTY);
        return new Writer(
                actor.person(),
                actor.is(Role.TEACHER),
                actor.is(Role.CLASS_TEACHER),
                deputy,
                deputy || actor.is(Role.DIRECTOR),
                today,
                actor.membership().timeZone());
    }
}
