package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Topic;
import school.parta.platform.refusal.Refusal;

class DeskTest {

    private final Sample sample = new Sample();

    @Test
    void refusedEntryLeavesNoTrace() {
        var desk = sample.desk(Sample.taught(), Sample.member());
        assertThatThrownBy(() -> desk.apply(Sample.give("7"))).isInstanceOf(ValueOutsideScale.class);
        assertThat(sample.changes).isEmpty();
        assertThat(desk.sheet().given()).isEmpty();
    }

    @Test
    void markCorrectedInItsOwnBatchIsInsertedOnce() {
        var desk = sample.desk(Sample.taught(), Sample.member());
        desk.apply(Sample.give("3"));
        desk.apply(Sample.correct(1000, 1, "4"));
        assertThat(desk.sheet().given()).singleElement().satisfies(mark -> {
            assertThat(mark.value()).isEqualTo("4");
            assertThat(mark.version()).isEqualTo(2);
            assertThat(mark.seq()).isEqualTo(-2);
        });
        assertThat(desk.sheet().corrected()).isEmpty();
    }

    @Test
    void homeworkTakenAwayIsToldAsHomeworkSet() {
        var due = Sample.TODAY.plusDays(2);
        var desk = sample.desk(Sample.taught(), Sample.member());
        desk.apply(new Entry.SetHomework("a", Sample.LESSON, new Homework("№ 5", due, null), null, null));
        desk.apply(new Entry.SetHomework("b", Sample.LESSON, null, null, null));
        assertThat(sample.changes).extracting(Change::kind).containsExactly("homework.set", "homework.set");
        assertThat(sample.changes.getLast().payload())
                .isEqualTo(
                        "{\"after\":null,\"before\":{\"due\":\"2026-11-25\",\"text\":\"№ 5\"},\"by\":\"%s\",\"reason\":null}"
                                .formatted(Sample.id(9)));
        assertThat(sample.changes.getLast().topics())
                .containsExactly(
                        Topic.groupFamilies(Sample.id(6)),
                        Topic.groupStaff(Sample.id(6), Sample.id(5)),
                        Topic.classStaff(Sample.CLASS),
                        Topic.schoolStaff());
    }

    @Test
    void groupOfSeveralClassesTellsThePupilsClassTeacher() {
        var place = new Place(Sample.card(Sample.TODAY), null, Sample.SCALE, true, false, true, null);
        var desk = sample.desk(place, Sample.member());
        desk.apply(Sample.give("5"));
        assertThat(sample.changes.getFirst().schoolClass()).isEqualTo(Sample.CLASS);
        assertThat(sample.changes.getFirst().topics()).contains(Topic.classStaff(Sample.CLASS));
    }

    @Test
    void absenceHasOneIdForEver() {
        var id = Happened.absenceId(Sample.LESSON, Sample.PUPIL);
        assertThat(id)
                .isEqualTo(Happened.absenceId(Sample.LESSON, Sample.PUPIL))
                .hasToString("%s".formatted(id));
        assertThat(id).isNotEqualTo(Happened.absenceId(Sample.PUPIL, Sample.LESSON));
        assertThat(id.version()).isEqualTo(3);
    }

    /** Whatever is written, in whatever order: one ledger row for each applied entry, versions that only grow, a letter and a mark apart. */
    @Test
    void tenThousandEntriesKeepTheBooks() {
        var random = new Random(2026);
        for (var round = 0; round < 500; round++) {
            play(random);
        }
    }

    private void play(Random random) {
        sample.changes.clear();
        var desk = sample.desk(Sample.taught(), Sample.member(), Sample.mark(20, "3", 1), Sample.mark(21, "5", 2));
        var applied = 0;
        var standing = new HashSet<>(java.util.Set.of(20, 21));
        for (var step = 0; step < 20; step++) {
            var entry = any(random);
            var absenceBefore = desk.sheet().spot(Sample.LESSON, Sample.PUPIL).recorded();
            try {
                var outcome = desk.apply(entry);
                if (outcome.seq() != null) {
                    applied++;
                    assertThat(outcome.seq()).isEqualTo(-applied);
                    if (entry instanceof Entry.RemoveMark removed) {
                        assertThat(standing.remove((int) removed.mark().getLeastSignificantBits()))
                                .isTrue();
                    }
                }
            } catch (Refusal refused) {
                assertThat(desk.sheet().spot(Sample.LESSON, Sample.PUPIL).recorded())
                        .isEqualTo(absenceBefore);
            }
            var absenceAfter = desk.sheet().spot(Sample.LESSON, Sample.PUPIL).recorded();
            assertThat(absenceAfter.version()).isBetween(absenceBefore.version(), absenceBefore.version() + 1);
            if (!(entry instanceof Entry.SetAbsence)) {
                assertThat(absenceAfter).isEqualTo(absenceBefore);
            }
        }
        assertThat(sample.changes).hasSize(applied);
        var given = desk.sheet().given().size();
        assertThat(sample.changes.stream().filter(change -> change.kind().equals("mark.given")))
                .hasSize(given);
        assertThat(desk.sheet().spot(Sample.LESSON, Sample.PUPIL).marks()).isEqualTo(given - (2 - standing.size()));
        var removed = desk.sheet().removed().stream()
                .map(id -> (int) id.getLeastSignificantBits())
                .collect(Collectors.toSet());
        removed.addAll(standing);
        assertThat(removed).containsExactlyInAnyOrder(20, 21);
    }

    private static Entry any(Random random) {
        var base = random.nextInt(5);
        var mark = 20 + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> Sample.give(String.valueOf(2 + random.nextInt(5)));
            case 1, 2 -> Sample.correct(mark, base, String.valueOf(2 + random.nextInt(4)));
            case 3 -> Sample.remove(mark, base);
            case 4 -> Sample.absence(random.nextBoolean() ? "н" : null, random.nextBoolean() ? base : null);
            default -> Sample.absence("оп", null);
        };
    }
}
