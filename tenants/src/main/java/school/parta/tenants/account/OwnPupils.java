package school.parta.tenants.account;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** The pupils that an account stands for in a school. */
@Component
class OwnPupils {

    private final Sql sql;

    OwnPupils(Sql sql) {
        this.sql = sql;
    }

    /** A guardian's children of the day, by name; and the pupil, if the actor is one. */
    Mono<List<Me.Pupil>> of(Actor actor, LocalDate day) {
        return sql.of("""
                select person.id,
                  person.surname || ' ' || person.given_name as name,
                  (
                    select class.name
                    from class_membership
                    join class on class.tenant_id = class_membership.tenant_id and class.id = class_membership.class
                    where class_membership.tenant_id = :tenant
                      and class_membership.pupil = person.id
                      and class_membership.from_day <= :day
                      and (class_membership.until_day is null or class_membership.until_day >= :day)
                    order by class_membership.from_day desc
                    limit 1
                  ) as school_class
                from person
                where person.tenant_id = :tenant
                  and (
                    (:pupil and person.id = :person)
                    or (:guardian and person.id in (
                      select guardianship.pupil
                      from guardianship
                      where guardianship.tenant_id = :tenant
                        and guardianship.guardian = :person
                        and guardianship.from_day <= :day
                        and (guardianship.until_day is null or guardianship.until_day >= :day))))
                order by person.born, person.given_name
                """)
                .bind("person", actor.person())
                .bind("pupil", actor.is(Role.PUPIL))
                .bind("guardian", actor.is(Role.GUARDIAN))
                .bind("day", day)
                .all(Me.Pupil.class);
    }
}
