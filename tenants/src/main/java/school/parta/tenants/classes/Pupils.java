package school.parta.tenants.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** Statements over pupils and those who answer for them. */
@Component
class Pupils {

    private final Sql sql;

    Pupils(Sql sql) {
        this.sql = sql;
    }

    private record Family(List<Child> children) {}

    Mono<List<Child>> family(Actor actor, LocalDate today) {
        return sql.of("""
                with own as (
                  select g.pupil
                  from guardianship g
                  where g.tenant_id = :tenant
                    and g.guardian = :person
                    and :guards
                    and :today between g.from_day and coalesce(g.until_day, 'infinity')
                  union
                  select p.person
                  from pupil p
                  where p.tenant_id = :tenant
                    and p.person = :person
                    and :learns
                )
                select json_build_object('children', coalesce(json_agg(
                  json_build_object(
                    'id', p.id,
                    'name', p.surname || ' ' || p.given_name,
                    'class', (
                      select c.name
                      from class_membership m
                      join class c on c.tenant_id = m.tenant_id and c.id = m.class
                      where m.tenant_id = :tenant
                        and m.pupil = p.id
                        and :today between m.from_day and coalesce(m.until_day, 'infinity')
                      limit 1))
                  order by p.surname, p.given_name, p.id), '[]'))::text
                from own o
                join person p on p.tenant_id = :tenant and p.id = o.pupil
                """)
                .bind("person", actor.person())
                .bind("today", today)
                .bind("guards", actor.is(Role.GUARDIAN))
                .bind("learns", actor.is(Role.PUPIL))
                .json(Family.class)
                .map(Family::children);
    }

    Mono<Boolean> exists(UUID pupil) {
        return sql.of("""
                select exists (
                  select
                  from pupil p
                  where p.tenant_id = :tenant
                    and p.person = :pupil)
                """).bind("pupil", pupil).value(Boolean.class);
    }

    private record Reached(Set<UUID> pupils) {}

    /** Whose diary the actor may read today, deputy and director aside. */
    Mono<Set<UUID>> within(Actor actor, LocalDate today) {
        return sql.of("""
                select json_build_object('pupils', coalesce(json_agg(r.pupil), '[]'))::text
                from (
                  select g.pupil
                  from guardianship g
                  where g.tenant_id = :tenant
                    and g.guardian = :person
                    and :guards
                    and :today between g.from_day and coalesce(g.until_day, 'infinity')
                  union
                  select p.person
                  from pupil p
                  where p.tenant_id = :tenant
                    and p.person = :person
                    and :learns
                  union
                  select m.pupil
                  from class_teacher t
                  join class_membership m on m.tenant_id = t.tenant_id and m.class = t.class
                  where t.tenant_id = :tenant
                    and t.staff = :person
                    and :leads
                    and :today between t.from_day and coalesce(t.until_day, 'infinity')
                    and :today between m.from_day and coalesce(m.until_day, 'infinity')) r
                """)
                .bind("person", actor.person())
                .bind("today", today)
                .bind("guards", actor.is(Role.GUARDIAN))
                .bind("learns", actor.is(Role.PUPIL))
                .bind("leads", actor.is(Role.CLASS_TEACHER))
                .json(Reached.class)
                .map(Reached::pupils);
    }
}
