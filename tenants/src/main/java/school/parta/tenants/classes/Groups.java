package school.parta.tenants.classes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** Statements over groups and who may open them. */
@Component
class Groups {

    private final Sql sql;

    Groups(Sql sql) {
        this.sql = sql;
    }

    private record Open(List<TaughtSubject> groups) {}

    Mono<List<TaughtSubject>> open(Actor actor, LocalDate today) {
        return sql.of("""
                with led as (
                  select c.class
                  from class_teacher c
                  where c.tenant_id = :tenant
                    and c.staff = :person
                    and :leads
                    and :today between c.from_day and coalesce(c.until_day, 'infinity')
                ),
                of_led as (
                  select g.id
                  from study_group g
                  where g.tenant_id = :tenant
                    and g.class in (select class from led)
                  union
                  select m.study_group
                  from class_membership c
                  join group_membership m on m.tenant_id = c.tenant_id and m.pupil = c.pupil
                  where c.tenant_id = :tenant
                    and c.class in (select class from led)
                    and :today between c.from_day and coalesce(c.until_day, 'infinity')
                    and :today between m.from_day and coalesce(m.until_day, 'infinity')
                ),
                taught as (
                  select
                    t.study_group,
                    t.subject,
                    bool_or(t.staff = :person and :teaches) as own,
                    bool_or(t.staff = :person and :teaches
                      and :today between t.from_day and coalesce(t.until_day, 'infinity')) as mine
                  from teaching_load t
                  where t.tenant_id = :tenant
                  group by t.study_group, t.subject
                )
                select json_build_object('groups', coalesce(json_agg(
                  json_build_object(
                    'group', json_build_object('id', g.id, 'name', g.name),
                    'subject', json_build_object('id', s.id, 'name', s.name),
                    'schoolClass', case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end,
                    'mine', t.mine)
                  order by g.grade, g.name, s.name), '[]'))::text
                from taught t
                join study_group g on g.tenant_id = :tenant and g.id = t.study_group
                join subject s on s.tenant_id = :tenant and s.id = t.subject
                left join class c on c.tenant_id = :tenant and c.id = g.class
                where :sees_all or t.own or t.study_group in (select id from of_led)
                """)
                .bind("person", actor.person(), UUID.class)
                .bind("today", today)
                .bind("teaches", actor.is(Role.TEACHER))
                .bind("leads", actor.is(Role.CLASS_TEACHER))
                .bind("sees_all", actor.is(Role.DEPUTY) || actor.is(Role.DIRECTOR))
                .json(Open.class)
                .map(Open::groups);
    }
}
