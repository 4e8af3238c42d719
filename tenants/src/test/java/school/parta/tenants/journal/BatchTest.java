package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import school.parta.platform.database.RequestKey;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Actor;
import school.parta.tenants.Demo;
import school.parta.testing.FeatureTest;
import school.parta.testing.TestDatabase;

@FeatureTest
class BatchTest {

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
    }

    private List<EntryResult> apply(Entry... entries) {
        return demo.await(teacher, journal.apply(teacher, List.of(entries), BatchTest::told))
                .results();
    }

    private static Object told(Refusal refusal) {
        return refusal.getClass().getSimpleName();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Entry.GiveMark mark(String opId, UUID pupil, String value) {
        return new Entry.GiveMark(opId, lesson, pupil, value, null, null, null);
    }

    private Entry.CorrectMark correction(@Nullable UUID mark, int base, String value) {
        return new Entry.CorrectMark(id(), java.util.Objects.requireNonNull(mark), base, value, null, null, null);
    }

    private Entry.SetAbsence absence(UUID pupil, @Nullable String code, @Nullable Integer base) {
        return new Entry.SetAbsence(id(), lesson, pupil, code, null, base, null);
    }

    @Test
    void entriesStandEachForItself() {
        var pupils = algebra.pupils(lesson, 4);
        var before = demo.head(teacher);
        var closed = algebra.closedLesson();
        var results = apply(
                mark(id(), pupils.get(0), "5"),
                mark(id(), pupils.get(1), "9"),
                new Entry.GiveMark(id(), closed, pupils.get(2), "5", null, null, null),
                absence(pupils.get(2), "Б", 0),
                mark(id(), algebra.stranger(), "5"),
                new Entry.SetTopic(id(), lesson, "Тема " + id(), null, null),
                mark(id(), pupils.get(0), "4"));
        assertThat(results)
                .extracting(EntryResult::status)
                .containsExactly("applied", "refused", "refused", "applied", "refused", "applied", "applied");
        assertThat(results)
                .extracting(EntryResult::problem)
                .containsExactly(null, "ValueOutsideScale", "PeriodClosed", null, "NotFound", null, null);
        assertThat(results)
                .extracting(EntryResult::seq)
                .containsExactly(before + 1, null, null, before + 2, null, before + 3, before + 4);
        assertThat(algebra.kinds(before)).isEqualTo("mark.given absence.recorded lesson.changed mark.given");
        assertThat(algebra.marks(lesson, pupils.get(0))).isEqualTo(2);
    }

    @Test
    void laterEntrySeesTheEarlierOne() {
        var pupil = algebra.pupil(lesson, 0);
        var first = apply(mark(id(), pupil, "3")).getFirst();
        var results = apply(
                correction(first.id(), 1, "4"),
                correction(first.id(), 1, "5"),
                correction(first.id(), 2, "4"),
                new Entry.RemoveMark(id(), java.util.Objects.requireNonNull(first.id()), 2, null),
                new Entry.RemoveMark(id(), first.id(), 2, null),
                correction(first.id(), 3, "5"));
        assertThat(results)
                .extracting(EntryResult::status)
                .containsExactly("applied", "conflict", "same", "applied", "same", "conflict");
        assertThat(results.getLast().current()).isNull();
        assertThat(results.get(1).current()).isInstanceOfSatisfying(Mark.class, current -> {
            assertThat(current.value()).isEqualTo("4");
            assertThat(current.seq()).isEqualTo(results.getFirst().seq());
        });
        assertThat(algebra.marks(lesson, pupil)).isZero();
    }

    @Test
    void absenceKnowsItsVersion() {
        var pupil = algebra.pupil(lesson, 1);
        var results = apply(
                absence(pupil, null, 0),
                absence(pupil, "н", 0),
                absence(pupil, "Н", 0),
                absence(pupil, "уп", 0),
                absence(pupil, null, 1));
        assertThat(results)
                .extracting(EntryResult::status)
                .containsExactly("same", "applied", "same", "conflict", "applied");
        assertThat(results).extracting(EntryResult::version).containsExactly(0, 1, 1, null, 2);
    }

    @Test
    void topicAndHomeworkOfOneBatchShareAVersion() {
        var version = (int) database.number("select version from lesson where id = '" + lesson + "'");
        var due = java.time.LocalDate.now(teacher.membership().timeZone()).plusDays(4);
        var results = apply(
                new Entry.SetTopic(id(), lesson, "Тема " + id(), version, null),
                new Entry.SetHomework(id(), lesson, new Homework(id(), due, null), version, null),
                new Entry.SetTopic(id(), lesson, "Другая", version, null));
        assertThat(results).extracting(EntryResult::status).containsExactly("applied", "applied", "conflict");
        assertThat(results.getLast().current()).isInstanceOf(Lesson.class);
    }

    @Test
    void repeatedOpIdGetsItsFirstResult() {
        var pupils = algebra.pupils(lesson, 2);
        var given = mark(id(), pupils.get(0), "5");
        var refused = mark(id(), pupils.get(1), "8");
        var first = apply(given, refused, given);
        assertThat(first.get(2)).isEqualTo(first.get(0));
        var before = demo.head(teacher);
        var next = mark(id(), pupils.get(1), "4");
        var again = apply(next, given, refused);
        assertThat(again.get(1)).isEqualTo(first.get(0));
        assertThat(again.get(2)).isEqualTo(first.get(1));
        assertThat(demo.head(teacher)).isEqualTo(before + 1);
        assertThat(algebra.marks(lesson, pupils.get(0))).isEqualTo(1);
        var other = apply(mark(given.opId(), pupils.get(0), "2")).getFirst();
        assertThat(other.problem()).isEqualTo("EntryRepeated");
    }

    @Test
    void repeatedConflictShowsWhatItShowed() {
        var pupil = algebra.pupil(lesson, 2);
        var mark = apply(mark(id(), pupil, "3")).getFirst();
        var right = correction(mark.id(), 1, "4");
        var stale = correction(mark.id(), 1, "5");
        var first = apply(right, stale);
        assertThat(apply(stale).getFirst()).isEqualTo(first.getLast());
    }

    @Test
    void sameBatchFromManyTabsTakesEffectOnce() {
        var pupil = algebra.pupil(lesson, 3);
        var batch = List.<Entry>of(mark(id(), pupil, "5"), mark(id(), pupil, "4"));
        var answers = Flux.range(0, 6)
                .flatMap(tab -> Demo.in(teacher, null, journal.apply(teacher, batch, BatchTest::told)))
                .collectList()
                .block();
        assertThat(answers)
                .hasSize(6)
                .containsOnly(java.util.Objects.requireNonNull(answers).getFirst());
        assertThat(algebra.marks(lesson, pupil)).isEqualTo(2);
    }

    @Test
    void opIdMayEqualTheIdempotencyKey() {
        var pupil = algebra.pupil(lesson, 4);
        var id = id();
        var verb = journal.apply(teacher, List.of(mark(id, pupil, "5")), BatchTest::told);
        assertThat(demo.await(teacher, new RequestKey(id, "aa", 200), verb).results())
                .extracting(EntryResult::status)
                .containsExactly("applied");
    }

    @Test
    void hundredEntriesAreTheMost() {
        var pupil = algebra.pupil(lesson, 5);
        var entries = IntStream.range(0, 101)
                .<Entry>mapToObj(number -> mark(id(), pupil, "5"))
                .toArray(Entry[]::new);
        assertThatThrownBy(() -> apply(entries)).isInstanceOf(TooManyEntries.class);
        assertThat(apply()).isEmpty();
    }

    @Test
    void wholeClassIsSavedAtOnce() {
        var before = demo.head(teacher);
        var pupils = algebra.pupils(lesson, 12);
        var results = apply(pupils.stream().map(pupil -> mark(id(), pupil, "5")).toArray(Entry[]::new));
        assertThat(results).extracting(EntryResult::status).containsOnly("applied");
        assertThat(results)
                .extracting(EntryResult::seq)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(place -> before + place)
                        .toList());
    }
}
