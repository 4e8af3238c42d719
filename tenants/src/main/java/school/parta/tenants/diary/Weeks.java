package school.parta.tenants.diary;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements that read a pupil's week. */
@Component
class Weeks {

    private final Sql sql;

    Weeks(Sql sql) {
        this.sql = sql;
    }

    Mono<WeekRead> of(UUID pupil, Week week) {
        return sql.of("""
                select json_build_object(
                  'lessons', coalesce((
                    select json_agg(
                      json_build_object(
                        'card', l.card,
                        'absence', (
                          select json_build_object('code', a.code, 'minutes', a.minutes)
                          from absence a
                          where a.tenant_id = :tenant
                            and a.lesson = l.id
                            and a.pupil = :pupil
                            and a.code is not null),
                        'marks', coalesce((
                          select json_agg(m.card order by m.given_at, m.id)
                          from mark_shown m
                          where m.tenant_id = :tenant
                            and m.lesson = l.id
                            and m.pupil = :pupil
                            and m.removed_at is null), '[]'))
                      order by l.day, l.slot, l.id)
                    from group_membership g
                    join lesson_shown l on l.tenant_id = :tenant
                      and l.study_group = g.study_group
                      and l.day between greatest(g.from_day, :monday)
                        and least(coalesce(g.until_day, :saturday), :saturday)
                    where g.tenant_id = :tenant
                      and g.pupil = :pupil), '[]'),
                  'groups', coalesce((
                    select json_agg(distinct g.study_group)
                    from group_membership g
                    where g.tenant_id = :tenant
                      and g.pupil = :pupil
                      and g.from_day <= :saturday
                      and coalesce(g.until_day, 'infinity') >= :monday), '[]'))::text
                """)
                .bind("pupil", pupil)
                .bind("monday", week.monday())
                .bind("saturday", week.saturday())
                .json(WeekRead.class);
    }
}
