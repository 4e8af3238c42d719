package school.parta.tenants.journal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** The one statement that finds all that entries depend on, and locks what must not end before the write does. */
@Component
class Findings {

    private final Sql sql;

    Findings(Sql sql) {
        this.sql = sql;
    }

    Mono<Facts> of(Writer writer, Wanted wanted) {
        return sql.of("""
                with place as (
                  select l.id, l.day, l.study_group, l.subject, g.class, g.grade, g.scale
                  from lesson l
                  join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
                  where l.tenant_id = :tenant
                    and l.id = any(:lessons)
                ),
                own_load as (
                  select t.study_group, t.subject, t.from_day, t.until_day
                  from teaching_load t
                  where t.tenant_id = :tenant
                    and t.staff = :person
                    and :teaches
                    and exists (select from place p where p.study_group = t.study_group and p.subject = t.subject)
                  for share of t
                ),
                term as (
                  select t.name, t.from_grade, t.to_grade, t.from_day, t.to_day, t.closed_at
                  from period t
                  where t.tenant_id = :tenant
                    and exists (
                      select
                      from place p
                      where p.day between t.from_day and t.to_day
                        and p.grade between t.from_grade and t.to_grade)
                  for share of t
                ),
                member as (
                  select m.study_group, m.pupil, m.from_day, m.until_day
                  from group_membership m
                  where m.tenant_id = :tenant
                    and m.pupil = any(:cell_pupils)
                    and m.study_group in (select p.study_group from place p)
                  for share of m
                ),
                led as (
                  select t.class
                  from class_teacher t
                  where t.tenant_id = :tenant
                    and t.staff = :person
                    and :leads
                    and :today between t.from_day and coalesce(t.until_day, 'infinity')
                ),
                family as (
                  select g.pupil
                  from guardianship g
                  where g.tenant_id = :tenant
                    and g.guardian = :person
                    and :guards
                    and :today between g.from_day and coalesce(g.until_day, 'infinity')
                  union all
                  select :person
                  where :learns
                ),
                judged as (
                  select
                    p.*,
                    exists (
                      select
                      from own_load t
                      where t.study_group = p.study_group
                        and t.subject = p.subject
                        and p.day between t.from_day and coalesce(t.until_day, 'infinity')) as taught,
                    p.class in (select class from led) is true as led,
                    :knows_all
                      or exists (
                        select
                        from own_load t
                        where t.study_group = p.study_group
                          and t.subject = p.subject)
                      or p.class in (select class from led) is true
                      or exists (
                        select
                        from led d
                        join class_membership c on c.tenant_id = :tenant and c.class = d.class
                        join group_membership m on m.tenant_id = :tenant and m.pupil = c.pupil
                        where m.study_group = p.study_group
                          and p.day between c.from_day and coalesce(c.until_day, 'infinity')
                          and p.day between m.from_day and coalesce(m.until_day, 'infinity')) as seen_by_staff
                  from place p
                ),
                asked as (
                  select a.lesson, a.pupil
                  from unnest(:cell_lessons, :cell_pupils) a(lesson, pupil)
                  union
                  select b.lesson, b.pupil
                  from absence b
                  where b.tenant_id = :tenant
                    and b.lesson = any(:registers)
                    and b.code is not null
                )
                select json_build_object(
                  'rules', json_build_object(
                    'author', coalesce((
                      select concat(n.surname, ' ', left(n.given_name, 1), '.', left(n.patronymic, 1) || '.')
                      from person n
                      where n.tenant_id = :tenant
                        and n.id = :person), ''),
                    'editWindowDays', coalesce((
                      select s.edit_window_days
                      from school_setting s
                      where s.tenant_id = :tenant), 14),
                    'scales', coalesce((
                      select json_agg(json_build_object('id', s.id, 'values', (
                        select json_agg(v.value order by v.position)
                        from scale_value v
                        where v.tenant_id = :tenant
                          and v.scale = s.id)))
                      from scale s
                      where s.tenant_id = :tenant
                        and s.id in (select p.scale from place p)), '[]'),
                    'workTypes', coalesce((
                      select json_agg(json_build_object('id', w.id, 'name', w.name, 'weight', w.weight)
                        order by w.position)
                      from work_type w
                      where w.tenant_id = :tenant), '[]'),
                    'absenceCodes', coalesce((
                      select json_agg(json_build_object('code', c.code, 'kind', c.kind) order by c.position)
                      from absence_code c
                      where c.tenant_id = :tenant), '[]')),
                  'places', coalesce((
                    select json_agg(json_build_object(
                      'card', l.card,
                      'schoolClass', p.class,
                      'scale', p.scale,
                      'taught', p.taught,
                      'led', p.led,
                      'seen', p.seen_by_staff or exists (
                        select
                        from family f
                        join group_membership m on m.tenant_id = :tenant and m.pupil = f.pupil
                        where m.study_group = p.study_group
                          and p.day between m.from_day and coalesce(m.until_day, 'infinity')),
                      'closedPeriod', (
                        select t.name
                        from term t
                        where p.day between t.from_day and t.to_day
                          and p.grade between t.from_grade and t.to_grade
                          and t.closed_at is not null
                        limit 1)))
                    from judged p
                    join lesson_shown l on l.tenant_id = :tenant and l.id = p.id), '[]'),
                  'spots', coalesce((
                    select json_agg(json_build_object(
                      'lesson', a.lesson,
                      'pupil', a.pupil,
                      'known', exists (
                        select
                        from pupil u
                        where u.tenant_id = :tenant
                          and u.person = a.pupil
                          and (:knows_all
                            or u.person in (select f.pupil from family f)
                            or c.class in (select d.class from led d)
                            or exists (
                              select
                              from group_membership m
                              where m.tenant_id = :tenant
                                and m.pupil = a.pupil
                                and (p.seen_by_staff and m.study_group = p.study_group or exists (
                                  select
                                  from teaching_load t
                                  where t.tenant_id = :tenant
                                    and t.staff = :person
                                    and :teaches
                                    and t.study_group = m.study_group))))),
                      'member', exists (
                        select
                        from member m
                        where m.study_group = p.study_group
                          and m.pupil = a.pupil
                          and p.day between m.from_day and coalesce(m.until_day, 'infinity')),
                      'led', c.class in (select d.class from led d) is true,
                      'schoolClass', c.class,
                      'marks', (
                        select count(*)
                        from mark k
                        where k.tenant_id = :tenant
                          and k.lesson = a.lesson
                          and k.pupil = a.pupil
                          and k.removed_at is null),
                      'presence', (
                        select json_build_object('code', b.code, 'minutes', b.minutes, 'version', b.version)
                        from absence b
                        where b.tenant_id = :tenant
                          and b.lesson = a.lesson
                          and b.pupil = a.pupil)))
                    from asked a
                    join judged p on p.id = a.lesson
                    left join lateral (
                      select m.class
                      from class_membership m
                      where m.tenant_id = :tenant
                        and m.pupil = a.pupil
                        and p.day between m.from_day and coalesce(m.until_day, 'infinity')
                      limit 1) c on true), '[]'),
                  'marks', coalesce((
                    select json_agg(json_build_object('card', k.card, 'removed', k.removed_at is not null))
                    from mark_shown k
                    where k.tenant_id = :tenant
                      and k.id = any(:marks)), '[]'))::text
                """)
                .bind("person", writer.person())
                .bind("teaches", writer.teaches())
                .bind("leads", writer.leads())
                .bind("guards", writer.guards())
                .bind("learns", writer.learns())
                .bind("knows_all", writer.knowsAll())
                .bind("today", writer.today())
                .bind("lessons", ids(wanted.lessons()))
                .bind("cell_lessons", column(wanted.cells(), Spot.Cell::lesson))
                .bind("cell_pupils", column(wanted.cells(), Spot.Cell::pupil))
                .bind("registers", ids(wanted.registers()))
                .bind("marks", ids(wanted.marks()))
                .json(Facts.class);
    }

    private static UUID[] ids(Collection<UUID> from) {
        return from.toArray(UUID[]::new);
    }

    private static UUID[] column(Collection<Spot.Cell> cells, Function<Spot.Cell, UUID> part) {
        return List.copyOf(cells).stream().map(part).toArray(UUID[]::new);
    }
}
