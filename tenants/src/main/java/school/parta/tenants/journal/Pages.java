package school.parta.tenants.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements that read a page of the journal. */
@Component
class Pages {

    private final Sql sql;

    Pages(Sql sql) {
        this.sql = sql;
    }

    /** Which page it is and what the actor may do with it. */
    record Head(
            UUID groupId,
            String groupName,
            UUID subjectId,
            String subjectName,
            @Nullable UUID scale,
            UUID period,
            String periodName,
            LocalDate fromDay,
            LocalDate toDay,
            boolean closed,
            boolean taught,
            boolean seen) {}

    /** Empty when the group is not taught the subject or has no such period. */
    Mono<Head> head(Writer writer, UUID group, UUID subject, @Nullable UUID period) {
        return sql.of("""
                select
                  g.id as group_id,
                  g.name as group_name,
                  s.id as subject_id,
                  s.name as subject_name,
                  g.scale,
                  p.id as period,
                  p.name as period_name,
                  p.from_day,
                  p.to_day,
                  p.closed_at is not null as closed,
                  exists (
                    select
                    from teaching_load t
                    where t.tenant_id = :tenant
                      and t.study_group = g.id
                      and t.subject = s.id
                      and t.staff = :person
                      and :teaches
                      and t.from_day <= p.to_day
                      and coalesce(t.until_day, 'infinity') >= p.from_day) as taught,
                  :reads_all
                    or exists (
                      select
                      from teaching_load t
                      where t.tenant_id = :tenant
                        and t.study_group = g.id
                        and t.subject = s.id
                        and t.staff = :person
                        and :teaches)
                    or exists (
                      select
                      from class_teacher c
                      where c.tenant_id = :tenant
                        and c.staff = :person
                        and :leads
                        and :today between c.from_day and coalesce(c.until_day, 'infinity')
                        and (c.class = g.class or exists (
                          select
                          from class_membership k
                          join group_membership m on m.tenant_id = k.tenant_id and m.pupil = k.pupil
                          where k.tenant_id = :tenant
                            and k.class = c.class
                            and m.study_group = g.id
                            and :today between k.from_day and coalesce(k.until_day, 'infinity')
                            and :today between m.from_day and coalesce(m.until_day, 'infinity')))) as seen
                from study_group g
                join subject s on s.tenant_id = :tenant and s.id = :subject
                join lateral (
                  select p.id, p.name, p.from_day, p.to_day, p.closed_at
                  from period p
                  where p.tenant_id = :tenant
                    and g.grade between p.from_grade and p.to_grade
                    and (p.id = :period or :period is null)
                  order by (p.from_day <= :today) desc,
                    case when p.from_day <= :today then p.from_day end desc,
                    p.from_day
                  limit 1) p on true
                where g.tenant_id = :tenant
                  and g.id = :group
                  and exists (
                    select
                    from teaching_load t
                    where t.tenant_id = :tenant
                      and t.study_group = g.id
                      and t.subject = s.id)
                """)
                .bind("person", writer.person())
                .bind("teaches", writer.teaches())
                .bind("leads", writer.leads())
                .bind("reads_all", writer.readsAll())
                .bind("today", writer.today())
                .bind("group", group)
                .bind("subject", subject)
                .bind("period", period, UUID.class)
                .one(Head.class);
    }

    Mono<PageBody> body(Writer writer, Head head) {
        return sql.of("""
                with shown as (
                  select m.id, m.given_by, m.given_at, m.line, v.number
                  from lesson l
                  join mark_line m on m.tenant_id = :tenant and m.lesson = l.id and m.removed_at is null
                  left join scale_value v on v.tenant_id = :tenant and v.scale = :scale and v.value = m.value
                  where l.tenant_id = :tenant
                    and l.study_group = :group
                    and l.subject = :subject
                    and l.day between :from and :to
                )
                select json_build_object(
                  'columns', coalesce((
                    select json_agg(
                      json_build_object('card', l.card, 'mine', exists (
                        select
                        from teaching_load t
                        where t.tenant_id = :tenant
                          and t.study_group = :group
                          and t.subject = :subject
                          and t.staff = :person
                          and :teaches
                          and l.day between t.from_day and coalesce(t.until_day, 'infinity')))
                      order by l.day, l.slot)
                    from lesson_shown l
                    where l.tenant_id = :tenant
                      and l.study_group = :group
                      and l.subject = :subject
                      and l.day between :from and :to), '[]'),
                  'pupils', coalesce((
                    select json_agg(
                      json_build_object('id', n.id, 'name', n.surname || ' ' || n.given_name, 'stays', m.stays)
                      order by n.surname, n.given_name, n.patronymic, n.id)
                    from (
                      select m.pupil, json_agg(json_build_object('from', m.from_day, 'until', m.until_day)) as stays
                      from group_membership m
                      where m.tenant_id = :tenant
                        and m.study_group = :group
                        and m.from_day <= :to
                        and coalesce(m.until_day, 'infinity') >= :from
                      group by m.pupil) m
                    join person n on n.tenant_id = :tenant and n.id = m.pupil), '[]'),
                  'marks', coalesce((
                    select json_agg(json_build_array(m.line, m.number) order by m.given_at, m.id)
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
                    select json_agg(json_build_object(
                      'lesson', a.lesson,
                      'pupil', a.pupil,
                      'code', a.code,
                      'minutes', a.minutes,
                      'version', a.version))
                    from lesson l
                    join absence a on a.tenant_id = :tenant and a.lesson = l.id and a.code is not null
                    where l.tenant_id = :tenant
                      and l.study_group = :group
                      and l.subject = :subject
                      and l.day between :from and :to), '[]'),
                  'thresholds', coalesce((
                    select json_agg(json_build_object('value', v.value, 'fromAverage', v.from_average))
                    from scale_value v
                    where v.tenant_id = :tenant
                      and v.scale = :scale
                      and v.from_average is not null), '[]'))::text
                """)
                .bind("person", writer.person())
                .bind("teaches", writer.teaches())
                .bind("group", head.groupId())
                .bind("subject", head.subjectId())
                .bind("scale", head.scale(), UUID.class)
                .bind("from", head.fromDay())
                .bind("to", head.toDay())
                .json(PageBody.class);
    }
}
