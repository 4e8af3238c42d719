package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Role;

class MarkingTest {

    private static Mark given(Place place, Spot spot, Entry.GiveMark entry) {
        return Marking.given(Sample.TEACHER, Sample.RULES, place, spot, entry, Sample.id(100), Sample.NOW);
    }

    private static Place place(LocalDate day) {
        return new Place(Sample.card(day), Sample.CLASS, Sample.SCALE, true, false, true, null);
    }

    @Test
    void markIsTrimmedAndTakesTheFirstWorkType() {
        var mark = given(Sample.taught(), Sample.member(), Sample.give("  н/а "));
        assertThat(mark.value()).isEqualTo("н/а");
        assertThat(mark.workType().name()).isEqualTo("Ответ");
        assertThat(mark.version()).isEqualTo(1);
    }

    @Test
    void unknownWorkTypeIsRefused() {
        var entry = new Entry.GiveMark(null, Sample.LESSON, Sample.PUPIL, "5", Sample.id(77), null, null);
        assertThatThrownBy(() -> given(Sample.taught(), Sample.member(), entry)).isInstanceOf(UnknownWorkType.class);
    }

    @Test
    void commentHasRoomForFiveHundredCharacters() {
        assertThat(given(Sample.taught(), Sample.member(), commented("к".repeat(500)))
                        .comment())
                .hasSize(500);
        assertThat(given(Sample.taught(), Sample.member(), commented("  ")).comment())
                .isNull();
        assertThatThrownBy(() -> given(Sample.taught(), Sample.member(), commented("к".repeat(501))))
                .isInstanceOf(TextTooLong.class);
    }

    private static Entry.GiveMark commented(String comment) {
        return new Entry.GiveMark(null, Sample.LESSON, Sample.PUPIL, "5", null, comment, null);
    }

    @Test
    void lastDayOfTheWindowNeedsNoReason() {
        assertThat(given(place(Sample.TODAY.minusDays(14)), Sample.member(), Sample.give("5")))
                .isNotNull();
        assertThatThrownBy(() -> given(place(Sample.TODAY.minusDays(15)), Sample.member(), Sample.give("5")))
                .isInstanceOf(ReasonMissing.class);
    }

    @Test
    void correctionKeepsWhatItDoesNotName() {
        var mark = Sample.mark(20, "3", 4);
        var entry = new Entry.CorrectMark(null, mark.id(), 4, null, Sample.id(11), "переписал", null);
        var changed = Marking.corrected(Sample.TEACHER, Sample.RULES, Sample.taught(), Sample.member(), mark, entry);
        assertThat(changed.value()).isEqualTo("3");
        assertThat(changed.workType().name()).isEqualTo("Контрольная");
        assertThat(changed.weight()).isEqualByComparingTo("3");
        assertThat(changed.comment()).isEqualTo("переписал");
        assertThat(changed.version()).isEqualTo(5);
        assertThat(changed.givenAt()).isEqualTo(mark.givenAt());
    }

    /** Every mixture of circumstances against the order of refusals written down once more, by hand. */
    @Test
    void everyMixtureOfCircumstancesHasItsAnswer() {
        var random = new Random(23);
        for (var round = 0; round < 20_000; round++) {
            var seen = random.nextInt(8) > 0;
            var known = random.nextInt(8) > 0;
            var taught = random.nextInt(4) > 0;
            var closed = random.nextInt(6) == 0;
            var day = Sample.TODAY.plusDays(random.nextInt(40) - 36);
            var reason = random.nextBoolean() ? "сдал позже" : null;
            var member = random.nextInt(6) > 0;
            var scale = random.nextInt(8) > 0;
            var value = random.nextInt(5) > 0 ? "4" : "6";
            var full = random.nextInt(10) == 0;
            var place = new Place(
                    Sample.card(day),
                    Sample.CLASS,
                    scale ? Sample.SCALE : null,
                    taught,
                    false,
                    seen,
                    closed ? "1 четверть" : null);
            var spot = new Spot(Sample.LESSON, Sample.PUPIL, known, member, false, Sample.CLASS, full ? 100 : 3, null);
            var entry = new Entry.GiveMark(null, Sample.LESSON, Sample.PUPIL, value, null, null, reason);
            Class<? extends Refusal> expected = !seen || !known
                    ? NotFound.class
                    : !taught
                            ? NotYourLesson.class
                            : closed
                                    ? PeriodClosed.class
                                    : day.isAfter(Sample.TODAY)
                                            ? LessonInFuture.class
                                            : day.isBefore(Sample.TODAY.minusDays(14)) && reason == null
                                                    ? ReasonMissing.class
                                                    : !member
                                                            ? PupilNotInGroup.class
                                                            : !scale
                                                                    ? NoMarksInThisGroup.class
                                                                    : value.equals("6")
                                                                            ? ValueOutsideScale.class
                                                                            : full ? TooManyMarks.class : null;
            assertThat(refusal(place, spot, entry)).isEqualTo(expected);
        }
    }

    private static @Nullable Class<?> refusal(Place place, Spot spot, Entry.GiveMark entry) {
        try {
            given(place, spot, entry);
            return null;
        } catch (Refusal refusal) {
            return refusal.getClass();
        }
    }

    @Test
    void attendanceHasMoreHandsThanMarks() {
        var readable = new Place(Sample.card(Sample.TODAY), Sample.CLASS, Sample.SCALE, false, false, true, null);
        var own = new Place(Sample.card(Sample.TODAY), Sample.CLASS, Sample.SCALE, false, true, true, null);
        for (var role : Role.values()) {
            var writer = Sample.writer(role);
            var may = role == Role.DEPUTY || role == Role.SECRETARY;
            assertThat(allows(() -> Writable.register(writer, Sample.RULES, readable, null)))
                    .as("%s", role)
                    .isEqualTo(may);
            assertThat(allows(() -> Writable.register(writer, Sample.RULES, own, null)))
                    .isTrue();
            assertThat(allows(() -> Writable.notes(writer, Sample.RULES, own, null)))
                    .isEqualTo(role == Role.DEPUTY);
            assertThat(allows(() -> Writable.marks(writer, Sample.RULES, own, Sample.member(), null)))
                    .isFalse();
        }
    }

    private static boolean allows(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (NotYourLesson refused) {
            return false;
        }
    }
}
