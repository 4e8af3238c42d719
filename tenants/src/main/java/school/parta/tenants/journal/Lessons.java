package school.parta.tenants.journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements over lessons and their homework. */
@Component
class Lessons {

    private final Sql sql;

    Lessons(Sql sql) {
        this.sql = sql;
    }

    private record Day(List<Listed> lessons) {}

    private record Listed(LessonCard card, boolean mine) {}

    /** The lessons of a day that the actor may see, in order. */
    Mono<List<Lesson>> of(Writer writer, LocalDate day) {
        return sql.of("""
                with led as (
                  select t.class
                  from class_teacher t
                  where t.tenant_id = :tenant
                    and t.staff = :person
                    and :leads
                    and :today between t.from_day and coalesce(t.until_day, 'infinity')
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
                    and :day between c.from_day and coalesce(c.until_day, 'infinity')
                    and :day between m.from_day and coalesce(m.until_day, 'infinity')
                ),
                of_family as (
                  select m.study_group
                  from group_membership m
                  where m.tenant_id = :tenant
                    and :day between m.from_day and coalesce(m.until_day, 'infinity')
                    and (:learns and m.pupil = :person or m.pupil in (
                      select g.pupil
                      from guardianship g
                      where g.tenant_id = :tenant
                        and g.guardian = :person
                        and :guards
                        and :today between g.from_day and coalesce(g.until_day, 'infinity')))
                ),
                taught as (
                  select t.study_group, t.subject
                  from teaching_load t
                  where t.tenant_id = :tenant
                    and t.staff = :person
                    and :teaches
                    and :day between t.from_day and coalesce(t.until_day, 'infinity')
                )
                select json_build_object('lessons', coalesce(json_agg(
                  json_build_object('card', l.card, 'mine', l.mine)
                  order by l.slot, l.card ->> 'startsAt', l.card -> 'group' ->> 'name'), '[]'))::text
                from (
                  select l.slot, l.card, l.study_group, (l.study_group, l.subject) in (
                    select t.study_group, t.subject
                    from taught t) as mine
                  from lesson_shown l
                  where l.tenant_id = :tenant
                    and l.day = :day) l
                where l.mine
                  or :knows_all
                  or l.study_group in (select id from of_led)
                  or l.study_group in (select study_group from of_family)
                """)
                .bind("person", writer.person())
                .bind("teaches", writer.teaches())
                .bind("leads", writer.leads())
                .bind("guards", writer.guards())
                .bind("learns", writer.learns())
                .bind("knows_all", writer.knowsAll())
                .bind("today", writer.today())
                .bind("day", day)
                .json(Day.class)
                .map(found -> found.lessons().stream()
                        .map(listed -> listed.card().in(writer.zone(), listed.mine()))
                        .toList());
    }

    /** Keeps others from writing registers, topics or homework of these lessons until this unit of work ends. */
    Mono<Void> lock(Collection<UUID> lessons) {
        if (lessons.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                select l.id
                from lesson l
                where l.tenant_id = :tenant
                  and l.id = any(:lessons)
                order by l.id
                for no key update
                """)
                .bind("lessons", lessons.toArray(UUID[]::new))
                .values(UUID.class)
                .then();
    }

    /** Saves topic and version. */
    Mono<Void> save(Collection<LessonCard> lessons) {
        if (lessons.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                update lesson l
                set topic = n.topic,
                  version = n.version
                from unnest(:ids, :topics, :versions) n(id, topic, version)
                where l.tenant_id = :tenant
                  and l.id = n.id
                """)
                .bind("ids", lessons.stream().map(LessonCard::id).toArray(UUID[]::new))
                .bind("topics", lessons.stream().map(LessonCard::topic).toArray(String[]::new))
                .bind("versions", lessons.stream().map(LessonCard::version).toArray(Integer[]::new))
                .update()
                .then();
    }

    /** Sets the homework of lessons that have one now. */
    Mono<Void> assign(Collection<LessonCard> lessons, UUID person) {
        var some = lessons.stream().filter(card -> card.homework() != null).toList();
        if (some.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                insert into homework (tenant_id, lesson, text, due, minutes, set_by)
                select :tenant, n.lesson, n.text, n.due, n.minutes, :person
                from unnest(:ids, :texts, :dues, :minutes) n(lesson, text, due, minutes)
                on conflict (tenant_id, lesson) do update
                set text = excluded.text,
                  due = excluded.due,
                  minutes = excluded.minutes,
                  set_by = excluded.set_by,
                  set_at = excluded.set_at,
                  removed_at = null
                """)
                .bind("person", person)
                .bind("ids", some.stream().map(LessonCard::id).toArray(UUID[]::new))
                .bind("texts", some.stream().map(card -> homework(card).text()).toArray(String[]::new))
                .bind("dues", some.stream().map(card -> homework(card).due()).toArray(LocalDate[]::new))
                .bind(
                        "minutes",
                        some.stream().map(card -> homework(card).minutes()).toArray(Integer[]::new))
                .update()
                .then();
    }

    /** Takes the homework of lessons away that have none now. */
    Mono<Void> unassign(Collection<LessonCard> lessons) {
        var none = lessons.stream().filter(card -> card.homework() == null).toList();
        if (none.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                update homework
                set removed_at = clock_timestamp()
                where tenant_id = :tenant
                  and lesson = any(:lessons)
                  and removed_at is null
                """)
                .bind("lessons", none.stream().map(LessonCard::id).toArray(UUID[]::new))
                .update()
                .then();
    }

    private static Homework homework(LessonCard card) {
        return Objects.requireNonNull(card.homework());
    }
}
