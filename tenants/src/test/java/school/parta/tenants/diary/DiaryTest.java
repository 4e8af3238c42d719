package school.parta.tenants.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import school.parta.platform.database.Ids;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;
import school.parta.tenants.Demo;
import school.parta.tenants.journal.AbsentPupil;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.journal.Mark;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

@FeatureTest
class DiaryTest {

    @Autowired
    Diary diary;

    @Autowired
    Journal journal;

    @Autowired
    TestDatabase database;

    Demo demo;
    Actor parent;
    Actor teacher;
    UUID pupil;
    UUID lesson;

    @BeforeEach
    void open() {
        demo = new Demo(database);
        parent = demo.actor("parent");
        teacher = demo.actor("teacher");
        pupil = demo.actor("pupil").person();
        lesson = demo.id("select l.id from lesson l join group_membership m on m.tenant_id = l.tenant_id"
                + " and m.study_group = l.study_group and m.pupil = '" + pupil + "' where l.teacher = '"
                + teacher.person()
                + "' and l.day between current_date - 13 and current_date - 1 order by l.day desc limit 1");
    }

    private LocalDate day() {
        return LocalDate.parse(database.text("select day from lesson where id = '" + lesson + "'"));
    }

    private String week() {
        return Week.of(day()).toString();
    }

    private DiaryWeek read(Actor actor, UUID of, String week) {
        return demo.await(actor, diary.week(actor, of, week));
    }

    private DiaryWeek.Lesson lesson(DiaryWeek week) {
        return week.days().stream()
                .flatMap(day -> day.lessons().stream())
                .filter(each -> each.id().equals(lesson))
                .findFirst()
                .orElseThrow();
    }

    private Mark give(String value) {
        return demo.await(
                teacher, journal.give(teacher, new Entry.GiveMark(null, lesson, pupil, value, null, null, null)));
    }

    @Test
    void markOfTheTeacherStandsInTheDiary() {
        var mark = give("5");
        var week = read(parent, pupil, week());
        assertThat(lesson(week).marks()).contains(mark);
        assertThat(week.asOf()).isGreaterThanOrEqualTo(mark.seq());
        assertThat(week.cursor()).isEqualTo("school-65:" + week.asOf());
        demo.run(teacher, journal.remove(teacher, new Entry.RemoveMark(null, mark.id(), 1, "slip")));
        assertThat(lesson(read(parent, pupil, week())).marks()).doesNotContain(mark);
    }

    @Test
    void absenceTopicAndHomeworkStandInTheDiary() {
        demo.await(teacher, journal.register(teacher, lesson, List.of(new AbsentPupil(pupil, "ОП", 5)), null));
        var due = day().plusDays(7);
        demo.await(
                teacher,
                journal.note(
                        teacher,
                        lesson,
                        List.of(
                                new Entry.SetTopic(null, lesson, "Дроби", null, null),
                                new Entry.SetHomework(
                                        null,
                                        lesson,
                                        new school.parta.tenants.journal.Homework("№ 5", due, 15),
                                        null,
                                        null))));
        var shown = lesson(read(parent, pupil, week()));
        assertThat(shown.absence()).isEqualTo(new DiaryWeek.Absence("оп", 5));
        assertThat(shown.topic()).isEqualTo("Дроби");
        assertThat(shown.homework()).isEqualTo(new school.parta.tenants.journal.Homework("№ 5", due, 15));
    }

    @Test
    void weekHasSixDaysEvenWithoutLessons() {
        var week = read(parent, pupil, "2026-W30");
        assertThat(week.days()).hasSize(6).allMatch(day -> day.lessons().isEmpty());
        assertThat(week.days().getFirst().date()).isEqualTo(LocalDate.of(2026, 7, 20));
        var today = demo.await(parent, diary.week(parent, pupil, null));
        assertThat(today.week())
                .isEqualTo(
                        Week.of(LocalDate.now(parent.membership().timeZone())).toString());
    }

    @Test
    void malformedWeekIsRefused() {
        for (var week : List.of("2026-48", "2026-W54", "W48", "", "2026-W48-1")) {
            assertThatThrownBy(() -> read(parent, pupil, week)).as(week).isInstanceOf(WeekMalformed.class);
        }
    }

    @Test
    void diaryIsOpenToFamilyClassTeacherAndHeads() {
        for (var login : List.of("parent", "pupil", "classteacher", "deputy", "director")) {
            assertThat(read(demo.actor(login), pupil, week()).days()).as(login).hasSize(6);
        }
        for (var login : List.of("teacher", "family", "admin", "secretary", "hr")) {
            assertThatThrownBy(() -> read(demo.actor(login), pupil, week()))
                    .as(login)
                    .isInstanceOf(NotFound.class);
        }
        var other = demo.actor("parent69", "lyceum-69");
        assertThatThrownBy(() -> read(other, pupil, week())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read(demo.actor("deputy"), Ids.next(), week())).isInstanceOf(NotFound.class);
    }

    @Test
    void guardianshipThatEndedOpensNothing() {
        var guardian = demo.as(parent, parent.person(), Role.GUARDIAN, Role.HR);
        var link = " where guardian = '" + parent.person() + "' and pupil = '" + pupil + "'";
        database.execute("update guardianship set until_day = current_date - 1" + link);
        try {
            assertThatThrownBy(() -> read(guardian, pupil, week())).isInstanceOf(NotFound.class);
        } finally {
            database.execute("update guardianship set until_day = null" + link);
        }
    }

    @Test
    void tagChangesWithTheContentAndNotWithThePosition() {
        var first = demo.await(parent, diary.freshWeek(parent, pupil, week()));
        var elsewhere = demo.id("select l.id from lesson l where l.teacher = '" + teacher.person()
                + "' and l.study_group not in (select study_group from group_membership where pupil = '" + pupil
                + "') and l.day > current_date limit 1");
        demo.await(
                teacher,
                journal.note(teacher, elsewhere, List.of(new Entry.SetTopic(null, elsewhere, "Тема", null, null))));
        var second = demo.await(parent, diary.freshWeek(parent, pupil, week()));
        assertThat(second.etag()).isEqualTo(first.etag());
        give("4");
        assertThat(demo.await(parent, diary.freshWeek(parent, pupil, week())).etag())
                .isNotEqualTo(first.etag());
    }

    @Test
    void averagesCountWhatTheJournalCounts() {
        give("5");
        var subject = demo.id("select subject from lesson where id = '" + lesson + "'");
        var group = demo.id("select study_group from lesson where id = '" + lesson + "'");
        var averages = demo.await(parent, diary.subjects(parent, pupil, null));
        assertThat(averages.period().closed()).isFalse();
        assertThat(averages.subjects()).hasSizeGreaterThan(5);
        var line = averages.subjects().stream()
                .filter(each -> each.subject().id().equals(subject))
                .findFirst()
                .orElseThrow();
        var row = demo
                .await(
                        teacher,
                        journal.page(teacher, group, subject, averages.period().id()))
                .rows()
                .stream()
                .filter(each -> each.pupil().equals(pupil))
                .findFirst()
                .orElseThrow();
        assertThat(line.average()).isNotNull().isEqualTo(row.average());
        assertThat(line.forecast()).isNotNull().isEqualTo(row.forecast());
        assertThatThrownBy(() -> demo.await(parent, diary.subjects(parent, pupil, Ids.next())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void absencesAreCountedByCause() {
        var before = missed();
        demo.await(teacher, journal.register(teacher, lesson, List.of(new AbsentPupil(pupil, "б", null)), null));
        var ill = missed();
        demo.await(teacher, journal.register(teacher, lesson, List.of(new AbsentPupil(pupil, "оп", 3)), null));
        var late = missed();
        demo.await(teacher, journal.register(teacher, lesson, List.of(), null));
        var none = missed();
        assertThat(ill.ill()).isEqualTo(none.ill() + 1);
        assertThat(ill.total()).isEqualTo(none.total() + 1);
        assertThat(late.late()).isEqualTo(none.late() + 1);
        assertThat(late.total()).isEqualTo(none.total());
        assertThat(before.excused()).isEqualTo(none.excused());
    }

    private SubjectAverages.Absences missed() {
        var subject = demo.id("select subject from lesson where id = '" + lesson + "'");
        return demo.await(parent, diary.subjects(parent, pupil, null)).subjects().stream()
                .filter(each -> each.subject().id().equals(subject))
                .findFirst()
                .orElseThrow()
                .absences();
    }
}
