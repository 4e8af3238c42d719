package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Actor;
import school.parta.tenants.Demo;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

/** Attendance, topic and homework of a lesson. */
@FeatureTest
class RegisterTest {

    @Autowired
    Journal journal;

    @Autowired
    TestDatabase database;

    Demo demo;
    Class7A algebra;
    Actor teacher;
    UUID lesson;

    @BeforeEach
    void open() {
        demo = new Demo(database);
        algebra = Class7A.of(demo);
        teacher = algebra.teacher();
        lesson = algebra.lesson();
        database.execute("update absence set code = null where lesson = '" + lesson + "'");
    }

    private Register register(Actor actor, AbsentPupil... absent) {
        return demo.await(actor, journal.register(actor, lesson, List.of(absent), null));
    }

    private static AbsentPupil absent(UUID pupil, String code) {
        return new AbsentPupil(pupil, code, null);
    }

    @Test
    void onlyPupilsThatChangedHaveRows() {
        var pupils = algebra.pupils(lesson, 3);
        var before = demo.head(teacher);
        register(teacher, absent(pupils.get(0), "Н"), absent(pupils.get(1), "б"));
        assertThat(algebra.kinds(before)).isEqualTo("absence.recorded absence.recorded");
        var between = demo.head(teacher);
        register(teacher, absent(pupils.get(0), "н"), absent(pupils.get(1), "Б"));
        assertThat(demo.head(teacher)).isEqualTo(between);
        var saved = register(teacher, absent(pupils.get(0), "уп"), absent(pupils.get(2), "н"));
        assertThat(saved.absences())
                .extracting(Register.Line::pupil)
                .containsExactlyInAnyOrder(pupils.get(0), pupils.get(2));
        assertThat(algebra.kinds(between)).isEqualTo("absence.recorded absence.recorded absence.removed");
    }

    @Test
    void letterNeverErasesAMark() {
        var pupil = algebra.pupil(lesson, 0);
        var mark = demo.await(teacher, journal.give(teacher, algebra.mark(lesson, pupil, "4")));
        register(teacher, absent(pupil, "н"));
        assertThat(algebra.marks(lesson, pupil)).isEqualTo(1);
        var second = demo.await(teacher, journal.give(teacher, algebra.mark(lesson, pupil, "5")));
        assertThat(second.id()).isNotEqualTo(mark.id());
        assertThat(database.text(
                        "select code from absence where lesson = '" + lesson + "' and pupil = '" + pupil + "'"))
                .isEqualTo("н");
    }

    @Test
    void minutesBelongToALateArrival() {
        var pupil = algebra.pupil(lesson, 1);
        assertThat(register(teacher, new AbsentPupil(pupil, "оп", 12)).absences())
                .containsExactly(new Register.Line(pupil, "оп", 12, 1));
        assertThatThrownBy(() -> register(teacher, new AbsentPupil(pupil, "б", 12)))
                .isInstanceOf(MinutesOnlyForLate.class);
        assertThatThrownBy(() -> register(teacher, absent(pupil, "xx"))).isInstanceOf(UnknownAbsenceCode.class);
    }

    @Test
    void classTeacherAndDeputyWriteAttendanceToo() {
        var pupil = algebra.pupil(lesson, 2);
        for (var login : List.of("classteacher", "deputy", "secretary")) {
            assertThat(register(demo.actor(login), absent(pupil, "уп")).absences())
                    .as(login)
                    .hasSize(1);
        }
        assertThatThrownBy(() -> register(demo.actor("director"))).isInstanceOf(NotYourLesson.class);
        assertThatThrownBy(() -> register(demo.actor("parent"))).isInstanceOf(NotYourLesson.class);
        assertThatThrownBy(() -> register(demo.actor("family"))).isInstanceOf(NotFound.class);
    }

    private Lesson note(Actor actor, Entry... notes) {
        return demo.await(actor, journal.note(actor, lesson, List.of(notes)));
    }

    private Entry topic(@Nullable String topic, @Nullable Integer base) {
        return new Entry.SetTopic(null, lesson, topic, base, null);
    }

    private Entry homework(@Nullable Homework homework, @Nullable Integer base) {
        return new Entry.SetHomework(null, lesson, homework, base, null);
    }

    @Test
    void topicAndHomeworkChangeApart() {
        var due = LocalDate.now(teacher.membership().timeZone()).plusDays(3);
        var before = demo.head(teacher);
        var both = note(teacher, topic("Степени", null), homework(new Homework("№ 14", due, null), null));
        assertThat(both.topic()).isEqualTo("Степени");
        assertThat(algebra.kinds(before)).isEqualTo("lesson.changed homework.set");
        var other = note(demo.actor("deputy"), topic("Степени и корни", both.version()));
        assertThat(other.homework()).isEqualTo(both.homework());
        var none = note(teacher, homework(null, other.version()));
        assertThat(none.homework()).isNull();
        assertThat(none.topic()).isEqualTo("Степени и корни");
        assertThat(database.text("select payload::json ->> 'after' from ledger where tenant_id = " + algebra.school()
                        + " order by seq desc limit 1"))
                .isEqualTo("null");
        assertThat(note(teacher)).isEqualTo(none);
        assertThatThrownBy(() -> note(teacher, topic("Позже", both.version())))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(none));
    }

    @Test
    void homeworkComesBackAfterItWasTakenAway() {
        var due = LocalDate.now(teacher.membership().timeZone()).plusDays(2);
        note(teacher, homework(new Homework("раз", due, 10), null));
        note(teacher, homework(null, null));
        assertThat(note(teacher, homework(new Homework("два", due, 10), null)).homework())
                .isEqualTo(new Homework("два", due, 10));
    }

    @Test
    void onlyTeacherAndDeputyWriteTopics() {
        assertThatThrownBy(() -> note(demo.actor("director"), topic("…", null))).isInstanceOf(NotYourLesson.class);
        assertThatThrownBy(() -> note(demo.actor("parent"), topic("…", null))).isInstanceOf(NotYourLesson.class);
        assertThatThrownBy(() -> note(demo.actor("family"), topic("…", null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> note(demo.actor("family"))).isInstanceOf(NotFound.class);
    }

    @Test
    void longTextsAreRefused() {
        var due = LocalDate.now(teacher.membership().timeZone());
        assertThatThrownBy(() -> note(teacher, topic("т".repeat(501), null))).isInstanceOf(TextTooLong.class);
        assertThatThrownBy(() -> note(teacher, homework(new Homework("д".repeat(4001), due, null), null)))
                .isInstanceOf(TextTooLong.class);
        assertThatThrownBy(() -> note(teacher, homework(new Homework("дома", due.minusYears(1), null), null)))
                .isInstanceOf(HomeworkIncomplete.class);
    }
}
