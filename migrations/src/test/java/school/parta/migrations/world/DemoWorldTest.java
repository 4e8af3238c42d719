package school.parta.migrations.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.parta.migrations.Access;
import school.parta.migrations.Databases;
import school.parta.migrations.Query;
import school.parta.migrations.References;

/** What the contract says of the demo world, whatever today is. */
class DemoWorldTest {
    private static final String EVERY_LESSON = """
        from lesson l
        join school s on s.id = l.tenant_id
        join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
        join class c on c.tenant_id = l.tenant_id and c.id = g.class""";

    private static final String TEACHER_IN_7A = EVERY_LESSON + """

        join membership m on m.school = l.tenant_id and m.person = l.teacher
        join account a on a.id = m.account and a.login = 'teacher'
        where c.name = '7А' and s.slug = 'school-65'""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2026-09-01T04:30:00Z",
                "2027-07-14T15:00:00Z",
            })
    void factsHoldOnAnyDay(String moment) throws SQLException {
        Instant now = Instant.parse(moment);
        LocalDate today = LocalDate.ofInstant(now, DemoSchool.ZONE);
        Access access = Databases.migrated();
        try (Connection connection = access.connectAsGenerator()) {
            assertThat(DemoWorld.ensure(connection, now)).isPositive();
        }
        try (Connection connection = access.connect()) {
            assertLessons(connection, today);
            assertMarks(connection, now);
            assertPeople(connection);
            References.assertWhole(connection);
            assertThat(Query.rows(connection, "select tenant_id, seq, kind from ledger order by 1"))
                    .containsExactly("1 1 world.generated", "2 1 world.generated");
        }
    }

    private static void assertLessons(Connection connection, LocalDate today) throws SQLException {
        assertThat(Query.rows(connection, """
            select count(distinct extract(isodow from l.day))
            """ + TEACHER_IN_7A))
                .as("weekdays of the teacher in 7А")
                .containsExactly("6");
        if (today.getDayOfWeek().getValue() < 7) {
            assertThat(Query.number(connection, "select count(*) " + TEACHER_IN_7A + " and l.day = ?", today))
                    .as("lesson today")
                    .isPositive();
        }
        assertThat(Query.number(connection, "select count(*) from lesson where extract(isodow from day) = 7"))
                .isZero();
        assertThat(Query.rows(connection, "select max(day) >= ? from lesson group by tenant_id", Terms.horizon(today)))
                .containsOnly("t");
        assertThat(Query.number(connection, "select count(*) " + TEACHER_IN_7A + """
             and l.day between (
              select p.from_day
              from period p
              where p.tenant_id = l.tenant_id and p.kind = 'quarter' and p.closed_at < ?)
              and (
              select p.to_day
              from period p
              where p.tenant_id = l.tenant_id and p.kind = 'quarter' and p.closed_at < ?)
              and l.topic is not null and exists (
                select from mark k
                where k.tenant_id = l.tenant_id and k.lesson = l.id and k.given_by = l.teacher)""", today, today))
                .as("marked lessons of the closed period")
                .isGreaterThan(10);
    }

    private static void assertMarks(Connection connection, Instant now) throws SQLException {
        var moment = now.atOffset(ZoneOffset.UTC);
        assertThat(Query.number(connection, "select count(*) from mark where given_at > ?", moment))
                .isZero();
        assertThat(Query.number(connection, "select count(*) " + EVERY_LESSON + """

            where (l.day + l.ends_at) at time zone s.time_zone > ? and (l.topic is not null
              or exists (select from mark k where k.tenant_id = l.tenant_id and k.lesson = l.id)
              or exists (select from absence k where k.tenant_id = l.tenant_id and k.lesson = l.id))""", moment))
                .as("lessons to come that have happened")
                .isZero();
        assertThat(Query.number(connection, "select count(*) " + EVERY_LESSON + """

            join mark k on k.tenant_id = l.tenant_id and k.lesson = l.id
            where g.grade = 1 or g.scale is null"""))
                .as("marks in grade 1")
                .isZero();
        assertThat(Query.number(connection, """
            select count(*)
            from mark k
            join lesson l on l.tenant_id = k.tenant_id and l.id = k.lesson
            join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
            where not exists (
              select from scale_value v
              where v.tenant_id = g.tenant_id and v.scale = g.scale and v.value = k.value)
              or not exists (
              select from group_membership m
              where m.tenant_id = l.tenant_id and m.study_group = l.study_group and m.pupil = k.pupil
                and m.from_day <= l.day and coalesce(m.until_day, l.day) >= l.day)""")).as("impossible marks").isZero();
        assertThat(Query.rows(connection, """
            select count(*) * 100 / (
              select count(*)
              from lesson l
              join group_membership m on m.tenant_id = l.tenant_id and m.study_group = l.study_group
              where l.topic is not null) between 4 and 8
            from absence""")).as("share of absences").containsExactly("t");
    }

    private static void assertPeople(Connection connection) throws SQLException {
        assertThat(Query.rows(connection, """
            select s.slug, string_agg(distinct c.name, ',' order by c.name)
            from account a
            join membership m on m.account = a.id and m.role = 'GUARDIAN'
            join school s on s.id = m.school
            join guardianship g on g.tenant_id = m.school and g.guardian = m.person
            join class_membership cm on cm.tenant_id = g.tenant_id and cm.pupil = g.pupil
            join class c on c.tenant_id = cm.tenant_id and c.id = cm.class
            where a.login in ('parent', 'family')
            group by a.login, s.slug
            order by a.login, s.slug""")).containsExactly("lyceum-69 8А", "school-65 5А", "school-65 4Б,7А");
        assertThat(Query.rows(connection, """
            select a.login || ':' || coalesce(string_agg(s.slug || '/' || m.role, ',' order by s.slug, m.role), '')
              || array_to_string(a.platform_roles, '')
            from account a
            left join membership m on m.account = a.id and (m.person is not null)
            left join school s on s.id = m.school
            where a.demo
            group by a.login, a.platform_roles
            order by 1"""))
                .containsExactlyInAnyOrder(
                        "admin69:lyceum-69/ADMIN",
                        "admin:school-65/ADMIN",
                        "analyst:ANALYST",
                        "classteacher:school-65/CLASS_TEACHER,school-65/TEACHER",
                        "deputy:school-65/DEPUTY",
                        "director:school-65/DIRECTOR",
                        "family:lyceum-69/GUARDIAN,lyceum-69/TEACHER,school-65/GUARDIAN",
                        "hr:school-65/HR",
                        "operator:OPERATOR",
                        "parent69:lyceum-69/GUARDIAN",
                        "parent:school-65/GUARDIAN",
                        "pupil:school-65/PUPIL",
                        "secretary:school-65/SECRETARY",
                        "sysadmin:school-65/SYSADMIN",
                        "teacher69:lyceum-69/TEACHER",
                        "teacher:school-65/TEACHER");
        assertThat(Query.rows(connection, """
            select a.login
            from class_teacher t
            join class c on c.tenant_id = t.tenant_id and c.id = t.class and c.name = '7А'
            join school s on s.id = t.tenant_id and s.slug = 'school-65'
            join membership m on m.school = t.tenant_id and m.person = t.staff and m.role = 'CLASS_TEACHER'
            join account a on a.id = m.account
            where exists (select from teaching_load l where l.tenant_id = t.tenant_id and l.staff = t.staff)""")).containsExactly("classteacher");
        assertThat(Query.number(connection, "select count(*) from class where tenant_id = 1"))
                .isEqualTo(22);
        assertThat(Query.rows(connection, "select name like '%(демо)' and demo from school"))
                .containsOnly("t");
        assertThat(Query.number(connection, """
            select count(*)
            from pupil p
            where not exists (
              select from guardianship g
              where g.tenant_id = p.tenant_id and g.pupil = p.person)""")).isZero();
    }

    @Test
    void laterStartsOnlyAddLessons() throws SQLException {
        Access access = Databases.migrated();
        try (Connection connection = access.connectAsGenerator()) {
            DemoWorld.ensure(connection, Instant.parse("2026-11-22T10:00:00Z"));
            assertThat(DemoWorld.ensure(connection, Instant.parse("2026-11-22T10:05:00Z")))
                    .isZero();
            assertThat(DemoWorld.ensure(connection, Instant.parse("2026-12-24T10:00:00Z")))
                    .isPositive();
            assertThat(DemoWorld.ensure(connection, Instant.parse("2026-12-24T20:00:00Z")))
                    .isZero();
            assertThat(DemoWorld.ensure(connection, Instant.parse("2027-10-05T10:00:00Z")))
                    .isPositive();
        }
        try (Connection connection = access.connect()) {
            assertThat(Query.rows(
                            connection, "select kind, array_to_string(topics, ' ') from ledger where tenant_id = 1"))
                    .containsExactly(
                            "world.generated family:school staff:school",
                            "timetable.extended family:school staff:school",
                            "timetable.extended family:school staff:school");
            LocalDate today = LocalDate.of(2027, 10, 5);
            assertLessons(connection, today, List.of("open"));
        }
    }

    private static void assertLessons(Connection connection, LocalDate today, List<String> current)
            throws SQLException {
        assertThat(Query.number(connection, "select count(*) " + TEACHER_IN_7A + " and l.day = ?", today))
                .isPositive();
        assertThat(Query.rows(connection, """
            select case when closed_at is null then 'open' else 'closed' end
            from period
            where tenant_id = 1 and kind = 'quarter' and ? between from_day and to_day""", today)).isEqualTo(current);
        assertThat(Query.number(connection, """
            select count(*)
            from period
            where closed_at is null and to_day < ?""", today)).isZero();
    }
}
