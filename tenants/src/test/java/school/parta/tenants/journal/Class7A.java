package school.parta.tenants.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import school.parta.platform.security.Actor;
import school.parta.tenants.Demo;

/** The class that {@code teacher} teaches algebra, as the tests of the journal need it. */
record Class7A(Demo demo, Actor teacher, UUID group, UUID subject) {

    static Class7A of(Demo demo) {
        var teacher = demo.actor("teacher");
        var load = "from teaching_load t join study_group g on g.tenant_id = t.tenant_id and g.id = t.study_group"
                + " join subject s on s.tenant_id = t.tenant_id and s.id = t.subject"
                + " where t.staff = '" + teacher.person() + "' and g.name like '7А%' and s.name = 'Алгебра' limit 1";
        return new Class7A(demo, teacher, demo.id("select g.id " + load), demo.id("select s.id " + load));
    }

    int school() {
        return teacher.membership().tenant();
    }

    /** A lesson of the days between, counted from today; the latest one. */
    UUID lesson(int from, int to) {
        var today = LocalDate.now(teacher.membership().timeZone());
        return lesson("and l.day between '" + today.plusDays(from) + "' and '" + today.plusDays(to)
                + "' order by l.day desc");
    }

    /** One that may be written into without a reason. */
    UUID lesson() {
        return lesson(-13, 0);
    }

    UUID lesson(String condition) {
        return demo.id("select l.id from lesson l where l.tenant_id = " + school() + " and l.study_group = '" + group
                + "' and l.subject = '" + subject + "' " + condition + " limit 1");
    }

    /** A lesson of the period that is closed. */
    UUID closedLesson() {
        return lesson("and exists (select from period p where p.tenant_id = l.tenant_id and p.closed_at is not null"
                + " and l.day between p.from_day and p.to_day and 7 between p.from_grade and p.to_grade)");
    }

    /** A pupil of the group, its cell in this lesson made empty. */
    UUID pupil(UUID lesson, int number) {
        var pupil =
                demo.id("select m.pupil from group_membership m join lesson l on l.tenant_id = m.tenant_id and l.id = '"
                        + lesson + "' where m.tenant_id = " + school() + " and m.study_group = l.study_group"
                        + " and l.day between m.from_day and coalesce(m.until_day, 'infinity')"
                        + " order by m.pupil offset " + number + " limit 1");
        var cell = " where lesson = '" + lesson + "' and pupil = '" + pupil + "'";
        demo.database().execute("delete from mark" + cell);
        demo.database().execute("delete from absence" + cell);
        return pupil;
    }

    List<UUID> pupils(UUID lesson, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> pupil(lesson, number))
                .toList();
    }

    /** A pupil whom the teacher does not teach. */
    UUID stranger() {
        return demo.id("select p.person from pupil p where p.tenant_id = " + school()
                + " and not exists (select from group_membership m join teaching_load t on t.tenant_id = m.tenant_id"
                + " and t.study_group = m.study_group where m.tenant_id = p.tenant_id and m.pupil = p.person"
                + " and t.staff = '" + teacher.person() + "') limit 1");
    }

    Entry.GiveMark mark(UUID lesson, UUID pupil, String value) {
        return new Entry.GiveMark(null, lesson, pupil, value, null, null, null);
    }

    Entry.CorrectMark correction(Mark mark, int base, String value) {
        return new Entry.CorrectMark(null, mark.id(), base, value, null, null, null);
    }

    /** How many marks stand in a cell and are seen. */
    long marks(UUID lesson, UUID pupil) {
        return demo.database()
                .number("select count(*) from mark where lesson = '" + lesson + "' and pupil = '" + pupil
                        + "' and removed_at is null");
    }

    String kinds(long after) {
        return demo.database()
                .text("select string_agg(kind, ' ' order by seq) from ledger where tenant_id = " + school()
                        + " and seq > " + after);
    }
}
