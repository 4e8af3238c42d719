package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Ids;
import school.parta.platform.database.Replayed;
import school.parta.platform.database.RequestKey;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;
import school.parta.tenants.Demo;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

@FeatureTest
class JournalTest {

    @Autowired
    Journal journal;

    @Autowired
    TestDatabase database;

    Demo demo;
    Class7A algebra;
    Actor teacher;

    @BeforeEach
    void open() {
        demo = new Demo(database);
        algebra = Class7A.of(demo);
        teacher = algebra.teacher();
    }

    private Mark give(UUID lesson, UUID pupil, String value) {
        return demo.await(teacher, journal.give(teacher, algebra.mark(lesson, pupil, value)));
    }

    private JournalPage page(Actor actor) {
        return demo.await(actor, journal.page(actor, algebra.group(), algebra.subject(), null));
    }

    private JournalPage.Cell cell(UUID lesson, UUID pupil) {
        return page(teacher).rows().stream()
                .filter(row -> row.pupil().equals(pupil))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.lesson().equals(lesson))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givenMarkStandsInItsCell() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 0);
        var mark = give(lesson, pupil, " 5 ");
        assertThat(mark.value()).isEqualTo("5");
        assertThat(mark.version()).isEqualTo(1);
        assertThat(mark.seq()).isEqualTo(demo.head(teacher));
        assertThat(cell(lesson, pupil).marks()).containsExactly(mark);
        assertThat(page(teacher).asOf()).isEqualTo(mark.seq());
    }

    @Test
    void ledgerTellsWhoMayHearOfAMark() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 1);
        var mark = give(lesson, pupil, "4");
        var row = " from ledger where tenant_id = " + algebra.school() + " and seq = " + mark.seq();
        assertThat(database.text("select kind" + row)).isEqualTo("mark.given");
        assertThat(database.text("select entity" + row)).isEqualTo(mark.id().toString());
        assertThat(database.text("select array_to_string(topics, ' ')" + row))
                .startsWith("family:pupil:%s staff:group:%s:%s staff:class:"
                        .formatted(pupil, algebra.group(), algebra.subject()))
                .endsWith(" staff:school");
        assertThat(database.text("select payload" + row))
                .isEqualTo(
                        "{\"after\":{\"value\":\"4\",\"workType\":\"%s\"},\"before\":null,\"by\":\"%s\",\"reason\":null}"
                                .formatted(mark.workType().id(), teacher.person()));
    }

    @Test
    void closedPeriodRefusesMark() {
        var lesson = algebra.closedLesson();
        var before = demo.head(teacher);
        assertThatThrownBy(() -> give(lesson, algebra.pupil(lesson, 0), "5")).isInstanceOf(PeriodClosed.class);
        assertThat(demo.head(teacher)).isEqualTo(before);
    }

    @Test
    void lessonOfTomorrowTakesHomeworkAndNoMark() {
        var lesson = algebra.lesson(1, 20);
        assertThatThrownBy(() -> give(lesson, algebra.pupil(lesson, 0), "5")).isInstanceOf(LessonInFuture.class);
        var due = LocalDate.now(teacher.membership().timeZone()).plusDays(30);
        var noted = demo.await(
                teacher,
                journal.note(
                        teacher,
                        lesson,
                        List.of(new Entry.SetHomework(null, lesson, new Homework("§ 12", due, 20), null, null))));
        assertThat(noted.homework()).isEqualTo(new Homework("§ 12", due, 20));
    }

    @Test
    void valueOutsideTheScaleIsRefused() {
        var lesson = algebra.lesson();
        assertThatThrownBy(() -> give(lesson, algebra.pupil(lesson, 2), "6")).isInstanceOf(ValueOutsideScale.class);
    }

    @Test
    void firstGradeHasNoMarks() {
        var found = " from lesson l join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group"
                + " join group_membership m on m.tenant_id = l.tenant_id and m.study_group = g.id"
                + " where l.tenant_id = " + algebra.school()
                + " and g.grade = 1 and l.day between current_date - 12 and current_date - 1 order by l.id, m.pupil limit 1";
        var lesson = demo.id("select l.id" + found);
        var pupil = demo.id("select m.pupil" + found);
        var first = demo.as(teacher, demo.id("select l.teacher" + found), Role.TEACHER);
        assertThatThrownBy(() -> demo.await(first, journal.give(first, algebra.mark(lesson, pupil, "5"))))
                .isInstanceOf(NoMarksInThisGroup.class);
    }

    @Test
    void onlyTheLoadGivesTheRightToMark() {
        var lesson = algebra.lesson();
        var entry = algebra.mark(lesson, algebra.pupil(lesson, 0), "5");
        var stranger = demo.as(
                teacher,
                demo.id("select s.person from staff s where s.tenant_id = " + algebra.school()
                        + " and not exists (select from teaching_load t where t.tenant_id = s.tenant_id and t.staff = s.person"
                        + " and t.study_group = '" + algebra.group() + "') limit 1"),
                Role.TEACHER);
        assertThatThrownBy(() -> demo.await(stranger, journal.give(stranger, entry)))
                .isInstanceOf(NotFound.class);
        for (var login : List.of("deputy", "director", "parent", "pupil")) {
            var reader = demo.actor(login);
            var own = algebra.mark(lesson, demo.actor("pupil").person(), "5");
            assertThatThrownBy(() -> demo.await(reader, journal.give(reader, own)))
                    .as(login)
                    .isInstanceOf(NotYourLesson.class);
        }
        var family = demo.actor("family");
        assertThatThrownBy(() -> demo.await(family, journal.give(family, entry)))
                .isInstanceOf(NotFound.class);
        var leader =
                demo.as(demo.actor("classteacher"), demo.actor("classteacher").person(), Role.CLASS_TEACHER);
        assertThatThrownBy(() -> demo.await(leader, journal.give(leader, entry)))
                .isInstanceOf(NotYourLesson.class);
    }

    @Test
    void parentLearnsNothingOfAnotherChild() {
        var lesson = algebra.lesson();
        var mark = give(lesson, algebra.pupil(lesson, 3), "3");
        var parent = demo.actor("parent");
        assertThatThrownBy(() -> demo.await(parent, journal.correct(parent, algebra.correction(mark, 1, "5"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void lessonOfAnotherSchoolDoesNotExist() {
        var other = demo.actor("teacher69", "lyceum-69");
        var lesson = demo.id("select l.id from lesson l where l.tenant_id = "
                + other.membership().tenant() + " and l.teacher = '" + other.person()
                + "' and l.day between current_date - 12 and current_date - 1 limit 1");
        var pupil = algebra.pupil(algebra.lesson(), 0);
        assertThatThrownBy(() -> give(lesson, pupil, "5")).isInstanceOf(NotFound.class);
        var foreign = demo.actor("parent69", "lyceum-69");
        assertThatThrownBy(() -> demo.await(other, journal.give(other, algebra.mark(lesson, pupil, "5"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> demo.await(foreign, journal.page(foreign, algebra.group(), algebra.subject(), null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void pupilIsMarkedOnlyOnDaysInTheGroup() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 4);
        var stay = "where tenant_id = " + algebra.school() + " and study_group = '" + algebra.group()
                + "' and pupil = '" + pupil + "'";
        database.execute("update group_membership set until_day = (select day - 1 from lesson where id = '" + lesson
                + "') " + stay);
        try {
            assertThatThrownBy(() -> give(lesson, pupil, "5")).isInstanceOf(PupilNotInGroup.class);
            assertThat(cell(lesson, pupil).member()).isFalse();
        } finally {
            database.execute("update group_membership set until_day = null " + stay);
        }
        assertThatThrownBy(() -> give(lesson, algebra.stranger(), "5")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(lesson, Ids.next(), "5")).isInstanceOf(NotFound.class);
    }

    @Test
    void afterTheEditWindowAReasonIsNeeded() {
        var lesson = algebra.lesson(-21, -15);
        var pupil = algebra.pupil(lesson, 0);
        assertThatThrownBy(() -> give(lesson, pupil, "5")).isInstanceOf(ReasonMissing.class);
        var late = new Entry.GiveMark(null, lesson, pupil, "5", null, null, "сдал позже");
        assertThat(demo.await(teacher, journal.give(teacher, late)).value()).isEqualTo("5");
    }

    @Test
    void staleVersionShowsCurrent() {
        var lesson = algebra.lesson();
        var mark = give(lesson, algebra.pupil(lesson, 5), "3");
        var corrected = demo.await(teacher, journal.correct(teacher, algebra.correction(mark, 1, "4")));
        assertThat(corrected.version()).isEqualTo(2);
        assertThatThrownBy(() -> demo.await(teacher, journal.correct(teacher, algebra.correction(mark, 1, "5"))))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.members()).containsEntry("current", corrected));
    }

    @Test
    void sameValueAgainLeavesNoTrace() {
        var lesson = algebra.lesson();
        var mark = give(lesson, algebra.pupil(lesson, 6), "3");
        assertThat(demo.await(teacher, journal.correct(teacher, algebra.correction(mark, 1, "3"))))
                .isEqualTo(mark);
        assertThat(demo.head(teacher)).isEqualTo(mark.seq());
    }

    @Test
    void removedMarkIsGoneAndItsRowStays() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 7);
        var mark = give(lesson, pupil, "2");
        assertThatThrownBy(() -> remove(mark, null)).isInstanceOf(UnknownReason.class);
        assertThatThrownBy(() -> remove(mark, "because")).isInstanceOf(UnknownReason.class);
        remove(mark, "slip");
        assertThat(cell(lesson, pupil).marks()).isEmpty();
        assertThat(database.text("select removed_by from mark where id = '" + mark.id() + "'"))
                .isEqualTo(teacher.person().toString());
        assertThatThrownBy(() -> remove(mark, "slip")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> demo.await(teacher, journal.correct(teacher, algebra.correction(mark, 2, "5"))))
                .isInstanceOf(NotFound.class);
    }

    private void remove(Mark mark, String reason) {
        demo.run(teacher, journal.remove(teacher, new Entry.RemoveMark(null, mark.id(), mark.version(), reason)));
    }

    @Test
    void twoHandsOnOneMarkHaveOneWinner() {
        var lesson = algebra.lesson();
        var mark = give(lesson, algebra.pupil(lesson, 8), "3");
        var outcomes = Flux.range(0, 8)
                .flatMap(hand -> Demo.in(
                                teacher,
                                null,
                                journal.correct(teacher, algebra.correction(mark, 1, hand % 2 == 0 ? "4" : "5")))
                        .map(corrected -> "won")
                        .onErrorResume(StaleVersion.class, stale -> Mono.just("lost")))
                .collectList()
                .block();
        assertThat(outcomes).containsOnlyOnce("won").hasSize(8);
        assertThat(database.number("select count(*) from ledger where entity = '" + mark.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void repeatedRequestGetsTheFirstMark() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 9);
        var key = new RequestKey("journal-1", "aa", 201);
        var mark = demo.await(teacher, key, journal.give(teacher, algebra.mark(lesson, pupil, "5")));
        assertThatThrownBy(() -> demo.await(teacher, key, journal.give(teacher, algebra.mark(lesson, pupil, "5"))))
                .isInstanceOfSatisfying(
                        Replayed.class,
                        replayed -> assertThat(replayed.body())
                                .contains(mark.id().toString())
                                .contains("\"seq\":" + mark.seq()));
        assertThat(algebra.marks(lesson, pupil)).isEqualTo(1);
    }

    @Test
    void cellHoldsAHundredMarks() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 10);
        database.execute("insert into mark (tenant_id, id, lesson, pupil, value, work_type, given_by) select "
                + algebra.school() + ", uuidv7(), '" + lesson + "', '" + pupil
                + "', '5', (select id from work_type where"
                + " tenant_id = " + algebra.school() + " limit 1), '" + teacher.person()
                + "' from generate_series(1, 99)");
        assertThat(give(lesson, pupil, "5").value()).isEqualTo("5");
        assertThatThrownBy(() -> give(lesson, pupil, "5")).isInstanceOf(TooManyMarks.class);
    }

    @Test
    void historyTellsWhoWroteWhat() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 11);
        var mark = give(lesson, pupil, "3");
        var corrected = demo.await(
                teacher,
                journal.correct(
                        teacher, new Entry.CorrectMark(null, mark.id(), 1, "4", null, "пересчитал", "ошибка в сумме")));
        var absent = List.of(new AbsentPupil(pupil, "оп", 7));
        var register = demo.await(teacher, journal.register(teacher, lesson, absent, null));
        assertThat(register.absences()).hasSize(1);
        var lines = demo.await(teacher, journal.history(teacher, lesson, pupil)).lines();
        assertThat(lines)
                .extracting(CellHistory.Line::kind)
                .containsExactly("mark.given", "mark.corrected", "absence.recorded");
        assertThat(lines).extracting(CellHistory.Line::by).containsOnly(mark.givenBy());
        assertThat(lines.get(1).reason()).isEqualTo("ошибка в сумме");
        assertThat(lines.get(1).before()).containsEntry("value", "3");
        assertThat(lines.get(1).after()).containsEntry("comment", "пересчитал");
        assertThat(lines.get(1).seq()).isEqualTo(corrected.seq());
        var parent = demo.actor("parent");
        assertThatThrownBy(() -> demo.await(parent, journal.history(parent, lesson, pupil)))
                .isInstanceOf(NotFound.class);
        assertThat(demo.await(
                                parent,
                                journal.history(
                                        parent, lesson, demo.actor("pupil").person()))
                        .lines())
                .isNotNull();
    }

    @Test
    void pageIsOpenToThoseWhoReadIt() {
        assertThat(page(teacher).writable()).isTrue();
        for (var login : List.of("classteacher", "deputy", "director")) {
            var page = page(demo.actor(login));
            assertThat(page.rows()).as(login).isNotEmpty();
            assertThat(page.columns()).as(login).isNotEmpty();
        }
        assertThat(page(demo.actor("deputy")).writable()).isFalse();
        for (var login : List.of("parent", "pupil", "admin", "secretary")) {
            assertThatThrownBy(() -> page(demo.actor(login))).as(login).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void closedPeriodCanBeRead() {
        var period = demo.id("select p.id from period p where p.tenant_id = " + algebra.school()
                + " and p.closed_at is not null and 7 between p.from_grade and p.to_grade order by p.from_day limit 1");
        var page = demo.await(teacher, journal.page(teacher, algebra.group(), algebra.subject(), period));
        assertThat(page.period().closed()).isTrue();
        assertThat(page.writable()).isFalse();
        assertThat(page.rows()).anySatisfy(row -> assertThat(row.average()).isNotNull());
        assertThatThrownBy(() ->
                        demo.await(teacher, journal.page(teacher, algebra.group(), algebra.subject(), Ids.next())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void lessonsOfADayAreThoseOfTheActor() {
        var day = LocalDate.parse(database.text("select day from lesson where id = '" + algebra.lesson() + "'"));
        var own = demo.await(teacher, journal.lessons(teacher, day)).lessons();
        assertThat(own).isNotEmpty().allMatch(Lesson::mine);
        var deputy = demo.actor("deputy");
        var all = demo.await(deputy, journal.lessons(deputy, day)).lessons();
        assertThat(all).hasSizeGreaterThan(100).noneMatch(Lesson::mine);
        var parent = demo.actor("parent");
        assertThat(demo.await(parent, journal.lessons(parent, day)).lessons())
                .hasSizeBetween(6, 20)
                .noneMatch(Lesson::mine);
        assertThat(demo.await(teacher, journal.lessons(teacher, null)).lessons())
                .allMatch(Lesson::mine);
    }

    @Test
    void everyVerbLeavesALedgerRow() {
        var lesson = algebra.lesson();
        var pupil = algebra.pupil(lesson, 3);
        demo.await(teacher, journal.register(teacher, lesson, List.of(), null));
        var before = demo.head(teacher);
        var mark = give(lesson, pupil, "3");
        var corrected = demo.await(teacher, journal.correct(teacher, algebra.correction(mark, 1, "4")));
        remove(corrected, "retaken");
        demo.await(teacher, journal.register(teacher, lesson, List.of(new AbsentPupil(pupil, "н", null)), null));
        demo.await(teacher, journal.register(teacher, lesson, List.of(), null));
        var notes = List.<Entry>of(
                new Entry.SetTopic(null, lesson, Ids.next().toString(), null, null),
                new Entry.SetHomework(
                        null,
                        lesson,
                        new Homework(
                                Ids.next().toString(),
                                LocalDate.now(teacher.membership().timeZone()),
                                null),
                        null,
                        null));
        demo.await(teacher, journal.note(teacher, lesson, notes));
        assertThat(algebra.kinds(before))
                .isEqualTo("mark.given mark.corrected mark.removed absence.recorded absence.removed"
                        + " lesson.changed homework.set");
    }

    @Test
    void chainOfTheSchoolHolds() {
        var lesson = algebra.lesson();
        give(lesson, algebra.pupil(lesson, 0), "5");
        assertThat(database.number("""
                select count(*)
                from (
                  select
                    l.*,
                    lag(l.hash, 1, decode(repeat('00', 32), 'hex')) over (partition by l.tenant_id order by l.seq) as before,
                    row_number() over (partition by l.tenant_id order by l.seq) as place
                  from ledger l) l
                where l.prev_hash <> l.before
                  or l.place <> l.seq
                  or l.payload_hash <> sha256(l.salt || convert_to(coalesce(l.payload, ''), 'UTF8'))
                  or l.hash <> ledger_hash(l.tenant_id, l.seq, l.at, l.actor, l.role, l.kind, l.pupil, l.class,
                    l.study_group, l.lesson, l.day, l.entity, array_to_string(l.topics, ' '), l.op, l.request,
                    l.payload_hash, l.prev_hash)
                """)).isZero();
    }
}
