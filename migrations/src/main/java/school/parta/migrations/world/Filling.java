package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Makes lessons from the timetable and lets those that are over have happened: topics, homework, absences, marks.
 *
 * @param from first day
 * @param to last day
 * @param now what ended before this moment is over
 * @param density marks per pupil and lesson
 */
record Filling(int school, LocalDate from, LocalDate to, Instant now, ZoneId zone, double density) {
    private static final double PRESENT = 0.93;
    private static final double CONTROL_EVERY = 11;
    private static final double CONTROL_SHARE = 0.9;

    private static final String LESSONS = """
        insert into lesson (tenant_id, id, day, slot, starts_at, ends_at, study_group, subject, teacher, room, topic)
        with topic as materialized (
          select subject, number, text, count(*) over (partition by subject) as total
          from unnest(?::text[], ?::int[], ?::text[]) t (subject, number, text)
        ), planned as (
          select d::date as day, e.slot, b.starts_at, b.ends_at, e.study_group, e.subject, s.name, e.staff, e.room,
            row_number() over (partition by e.study_group, e.subject order by d, e.slot) - 1 as number
          from generate_series(?::date, ?::date, '1 day') d
          left join calendar_day c on c.tenant_id = ? and c.day = d::date
          join timetable_entry e on e.tenant_id = ? and e.weekday = coalesce(c.as_weekday, extract(isodow from d)::int)
            and e.from_day <= d::date and (e.until_day is null or e.until_day >= d::date)
          join bell b on b.tenant_id = e.tenant_id and b.shift = e.shift and b.slot = e.slot
          join study_group g on g.tenant_id = e.tenant_id and g.id = e.study_group
          join subject s on s.tenant_id = e.tenant_id and s.id = e.subject
          where c.kind is distinct from 'holiday' and exists (
            select from period p
            where p.tenant_id = e.tenant_id and g.grade between p.from_grade and p.to_grade
              and d::date between p.from_day and p.to_day)
        )
        select ?, uuidv7((day + starts_at) at time zone ? - clock_timestamp() - interval '20 days'), day, slot, starts_at,
          ends_at, study_group, l.subject, staff, room,
          case when (day + ends_at) at time zone ? <= ?::timestamptz then t.text end
        from planned l
        left join topic t on t.subject = l.name and t.number = l.number % t.total
        order by day, starts_at
        on conflict do nothing""";

    private static final String HOMEWORK = """
        insert into homework (tenant_id, lesson, text, due, minutes, set_by, set_at)
        with template as materialized (
          select subject, number, text, count(*) over (partition by subject) as total
          from unnest(?::text[], ?::int[], ?::text[]) t (subject, number, text)
        ), ordered as (
          select l.*, s.name, row_number() over following as number, lead(l.day) over following as due
          from lesson l
          join subject s on s.tenant_id = l.tenant_id and s.id = l.subject
          join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
          where l.tenant_id = ? and g.grade > 1
          window following as (partition by l.study_group, l.subject order by l.day, l.slot)
        )
        select tenant_id, id, replace(t.text, '{n}', (l.number * 3 + 11)::text), due,
          10 + 5 * (hashtext(id::text) & 3), teacher, (day + ends_at) at time zone ? - interval '4 minutes'
        from ordered l
        join template t on t.subject = l.name and t.number = l.number % t.total
        where topic is not null and day between ? and ? and due > day and hashtext(id::text) % 8 <> 0
        on conflict do nothing""";

    private static final String ABSENCES = """
        insert into absence (tenant_id, lesson, pupil, code, recorded_by, recorded_at)
        with draw as materialized (
          select p.person as pupil, d::date as day, random() as chance, random() as length, random() as kind
          from pupil p
          cross join generate_series(?::date - 4, ?::date, '1 day') d
          where p.tenant_id = ?
        ), away as materialized (
          select pupil, day + later as day,
            case when kind < 0.5 then 'б' when kind < 0.7 then 'уп' when kind < 0.88 then 'н' else 'нп' end as code
          from draw
          cross join lateral generate_series(0, floor(length * 5)::int) later
          where chance < 0.017
        )
        select l.tenant_id, l.id, a.pupil, a.code, l.teacher, (l.day + l.starts_at) at time zone ? + interval '7 minutes'
        from away a
        join group_membership m on m.tenant_id = ? and m.pupil = a.pupil
          and m.from_day <= a.day and (m.until_day is null or m.until_day >= a.day)
        join lesson l on l.tenant_id = m.tenant_id and l.study_group = m.study_group and l.day = a.day
        where l.topic is not null and l.day between ? and ?
        on conflict do nothing""";

    private static final String LATE = """
        insert into absence (tenant_id, lesson, pupil, code, minutes, recorded_by, recorded_at)
        with draw as materialized (
          select l.*, m.pupil, random() as chance, random() as length,
            s.name = 'Физическая культура' and hashtext(m.pupil::text) % 40 = 0 as exempt
          from lesson l
          join group_membership m on m.tenant_id = l.tenant_id and m.study_group = l.study_group
            and m.from_day <= l.day and (m.until_day is null or m.until_day >= l.day)
          join subject s on s.tenant_id = l.tenant_id and s.id = l.subject
          where l.tenant_id = ? and l.topic is not null and l.day between ? and ?
        )
        select tenant_id, id, pupil, case when exempt then 'осв' else 'оп' end,
          case when not exempt then 3 + floor(length * 17)::int end, teacher,
          (day + starts_at) at time zone ? + interval '22 minutes'
        from draw
        where chance < 0.007 or exempt
        on conflict do nothing""";

    private static final String MARKS = """
        insert into mark (tenant_id, id, lesson, pupil, value, work_type, comment, given_by, given_at)
        with kind as materialized (
          select name, id from work_type where tenant_id = ?
        ), held as (
          select l.*, g.scale, s.name as subject_name, c.name = 'зачёт' as pass,
            row_number() over (partition by l.study_group, l.subject order by l.day, l.slot) % 11 = 8 as control
          from lesson l
          join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
          join scale c on c.tenant_id = g.tenant_id and c.id = g.scale
          join subject s on s.tenant_id = l.tenant_id and s.id = l.subject
          where l.tenant_id = ? and l.topic is not null
        ), draw as materialized (
          select l.*, m.pupil, random() as chance, random() as kind, random() as delay,
            0.55 * (hashtext(m.pupil::text || l.subject::text) & 255) / 255.0 + 0.45 * random() as skill
          from held l
          join group_membership m on m.tenant_id = l.tenant_id and m.study_group = l.study_group
            and m.from_day <= l.day and (m.until_day is null or m.until_day >= l.day)
          where l.day between ? and ?
        ), given as (
          select d.*, least((d.day + d.ends_at) at time zone ? + interval '3 hours' * (delay * delay - 0.1),
            ?::timestamptz) as at,
            case when control then 'Контрольная работа'
              when kind < 0.5 then 'Ответ на уроке'
              when kind < 0.72 then 'Домашняя работа'
              when kind < 0.9 then 'Самостоятельная работа'
              when kind < 0.95 then 'Тест'
              when subject_name = 'Русский язык' then 'Диктант'
              when subject_name in ('Физика', 'Химия', 'Биология') then 'Лабораторная работа'
              else 'Проект' end as work
          from draw d
          where chance < case when control then ? else ? end
        )
        select g.tenant_id, uuidv7(g.at - clock_timestamp()), g.id, g.pupil,
          case when pass then case when skill > 0.12 then 'зач' else 'нез' end
            when control and kind < 0.004 then 'н/а'
            when skill > 0.56 then '5' when skill > 0.3 then '4' when skill > 0.11 then '3' else '2' end,
          w.id,
          case when kind > 0.004 and kind < 0.02 then case when skill > 0.56 then 'Отличный ответ, так держать'
            when skill > 0.3 then 'Хорошо, но есть неточности' else 'Нужно повторить тему' end end,
          g.teacher, g.at
        from given g
        join kind w on w.name = g.work
        left join absence a on a.tenant_id = g.tenant_id and a.lesson = g.id and a.pupil = g.pupil
          and a.code not in ('оп', 'осв')
        where a.lesson is null
        order by g.day, g.id""";

    /** Makes all of it and tells how many lessons are new. */
    int run(Connection connection) throws SQLException {
        plan(connection);
        int lessons = lessons(connection);
        if (lessons > 0) {
            homework(connection);
            absences(connection);
            late(connection);
            marks(connection);
        }
        return lessons;
    }

    /** The statistics know nothing of a school just made: expecting one row, the planner would loop over thousands. */
    private static void plan(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                set local jit = off;
                set local work_mem = '64MB';
                set local enable_nestloop = off;
                set local enable_mergejoin = off""");
        }
    }

    private int lessons(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LESSONS)) {
            Topics.bind(connection, statement, 1);
            set(statement, 4, from, to, school, school, school, zone.getId(), zone.getId(), now);
            return statement.executeUpdate();
        }
    }

    private void homework(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOMEWORK)) {
            Topics.bindHomework(connection, statement, 1);
            set(statement, 4, school, zone.getId(), from, to);
            statement.executeUpdate();
        }
    }

    private void absences(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ABSENCES)) {
            set(statement, 1, from, to, school, zone.getId(), school, from, to);
            statement.executeUpdate();
        }
    }

    private void late(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATE)) {
            set(statement, 1, school, from, to, zone.getId());
            statement.executeUpdate();
        }
    }

    private void marks(Connection connection) throws SQLException {
        double others = (density - CONTROL_SHARE / CONTROL_EVERY) * CONTROL_EVERY / (CONTROL_EVERY - 1) / PRESENT;
        try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
            set(statement, 1, school, school, from, to, zone.getId(), now, CONTROL_SHARE, others);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int place, Object... values) throws SQLException {
        for (Object value : values) {
            Object bound = value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
            statement.setObject(place++, bound);
        }
    }
}
