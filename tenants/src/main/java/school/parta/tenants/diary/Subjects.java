package school.parta.tenants.diary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements that read a pupil's marks and absences by subject. */
@Component
class Subjects {

    private final Sql sql;

    Subjects(Sql sql) {
        this.sql = sql;
    }

    /** Its period is null when the pupil's grade has no such period, or none at all. */
    Mono<SubjectsRead> of(UUID pupil, @Nullable UUID period, LocalDate today) {
        return sql.of("""
                with term as (
                  select p.id, p.name, p.from_day, p.to_day, p.closed_at
                  from (
                    select c.grade
                    from class_membership m
                    join class c on c.tenant_id = m.tenant_id and c.id = m.class
                    where m.tenant_id = :tenant
                      and m.pupil = :pupil
                    order by m.from_day <= :today desc, m.from_day desc
                    limit 1) g
                  join period p on p.tenant_id = :tenant
                    and g.grade between p.from_grade and p.to_grade
                    and (p.id = :period or :period is null)
                  order by (p.from_day <= :today) desc,
                    case when p.from_day <= :today then p.from_day end desc,
                    p.from_day
                  limit 1
                ),
                attended as (
                  select l.id, l.subject, m.study_group
                  from term t
                  join group_membership m on m.tenant_id = :tenant and m.pupil = :pupil
                  join lesson l on l.tenant_id = :tenant
                    and l.study_group = m.study_group
                    and l.day between greatest(m.from_day, t.from_day)
                      and least(coalesce(m.until_day, t.to_day), t.to_day)
                ),
                shown as (
                  select a.subject, m.id, m.given_by, m.given_at, m.line, v.number
                  from attended a
                  join mark_line m on m.tenant_id = :tenant
                    and m.lesson = a.id
                    and m.pupil = :pupil
                    and m.removed_at is null
                  join study_group g on g.tenant_id = :tenant and g.id = a.study_group
                  left join scale_value v on v.tenant_id = :tenant and v.scale = g.scale and v.value = m.value
                )
                select json_build_object(
                  'period', (
                    select json_build_object(
                      'id', t.id,
                      'name', t.name,
                      'from', t.from_day,
                      'to', t.to_day,
                      'closed', t.closed_at is not null)
                    from term t),
                  'groups', coalesce((
                    select json_agg(distinct m.study_group)
                    from group_membership m
                    where m.tenant_id = :tenant
                      and m.pupil = :pupil), '[]'),
                  'subjects', coalesce((
                    select json_agg(
                      json_build_object(
                        'subject', json_build_object('id', s.id, 'name', s.name),
                        'scale', a.scale)
                      order by s.name)
                    from (
                      select distinct on (a.subject) a.subject, g.scale
                      from attended a
                      join study_group g on g.tenant_id = :tenant and g.id = a.study_group
                      order by a.subject, g.scale) a
                    join subject s on s.tenant_id = :tenant and s.id = a.subject), '[]'),
                  'marks', coalesce((
                    select json_agg(json_build_array(m.subject, m.line, m.number) order by m.given_at, m.id)
                    from shown m), '[]'),
                  'kinds', coalesce((
                    select json_agg(json_build_object('id', w.id, 'name', w.name, 'weight', w.weight))
                    from work_type w
                    where w.tenant_id = :tenant), '[]'),
                  'givers', coalesce((
                    select json_agg(json_build_object(
                      'id', n.id,
                      'name', concat(n.surname, ' ', left(n.given_name, 1), '.', left(n.patronymic, 1) || '.')))
                    from person n
                    where n.tenant_id = :tenant
                      and n.id in (select m.given_by from shown m)), '[]'),
                  'absences', coalesce((
                    select json_agg(json_build_object('subject', n.subject, 'kind', n.kind, 'lessons', n.lessons))
                    from (
                      select a.subject, c.kind, count(*) as lessons
                      from attended a
                      join absence b on b.tenant_id = :tenant and b.lesson = a.id and b.pupil = :pupil
                      join absence_code c on c.tenant_id = :tenant and c.code = b.code
                      group by a.subject, c.kind) n), '[]'),
                  'thresholds', coalesce((
                    select json_agg(json_build_object(
                      'scale', v.scale,
                      'value', v.value,
                      'fromAverage', v.from_average))
                    from scale_value v
                    where v.tenant_id = :tenant
                      and v.from_average is not null), '[]'))::text
                """)
                .bind("pupil", pupil)
                .bind("period", period, UUID.class)
                .bind("today", today)
                .json(SubjectsRead.class);
    }
}
