package school.parta.migrations.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The calendar of the demo world on every day that may come. */
class TermsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @Test
    void todayLiesInAPeriodThatBeganThreeWeeksAgoAfterAWholeOne() {
        FIRST.datesUntil(LAST).forEach(today -> {
            List<Term> quarters = of(Terms.lay(today), Term.Kind.QUARTER);
            Term before = quarters.get(0);
            Term current = quarters.get(1);
            assertThat(current.holds(today)).as("%s in %s", today, current).isTrue();
            assertThat(current.from()).as("%s", today).isBeforeOrEqualTo(today.minusDays(21));
            assertThat(current.to()).as("%s", today).isAfterOrEqualTo(Terms.horizon(today));
            assertThat(before.to()).as("%s", today).isBefore(current.from());
            assertThat(before.from())
                    .as("%s", today)
                    .isBeforeOrEqualTo(before.to().minusDays(28));
            assertThat(before.from()).as("%s: not too much to fill", today).isAfter(today.minusDays(240));
            assertInOrder(quarters);
        });
    }

    @Test
    void seniorsHaveHalfYearsOverTheSameDays() {
        FIRST.datesUntil(LAST).forEach(today -> {
            List<Term> halves = of(Terms.lay(today), Term.Kind.HALF_YEAR);
            assertThat(halves).as("%s", today).anyMatch(half -> half.holds(today));
            assertInOrder(halves);
        });
    }

    @Test
    void horizonIsTheSaturdayOfNextWeek() {
        assertThat(Terms.horizon(LocalDate.of(2026, 11, 22))).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(Terms.horizon(LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(Terms.horizon(LocalDate.of(2026, 11, 23)).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    }

    @Test
    void everyLaterStartFindsTodayAndNextWeekInAPeriod() {
        var random = new Random(1);
        for (int world = 0; world < 400; world++) {
            LocalDate today = FIRST.plusDays(random.nextInt(1500));
            List<Term> all = Terms.lay(today);
            for (int start = 0; start < 12; start++) {
                today = today.plusDays(1 + random.nextInt(random.nextBoolean() ? 10 : 200));
                for (Term.Kind kind : Term.Kind.values()) {
                    List<Term> terms = known(of(all, kind));
                    List<Term> changed = Terms.reach(terms, today);
                    List<Term> after = merged(terms, changed);
                    assertReached(after, today);
                    assertThat(Terms.reach(known(after), today))
                            .as("again on %s: %s became %s", today, terms, after)
                            .isEmpty();
                    all = merged(
                            all.stream().filter(term -> term.kind() != kind).toList(), after);
                }
            }
        }
    }

    private static void assertReached(List<Term> terms, LocalDate today) {
        assertInOrder(terms);
        assertThat(terms).as("%s", today).anyMatch(term -> term.holds(today));
        today.datesUntil(Terms.horizon(today).plusDays(1))
                .forEach(day -> assertThat(terms).as("%s of %s", day, today).anyMatch(term -> term.holds(day)));
    }

    private static void assertInOrder(List<Term> terms) {
        for (int place = 1; place < terms.size(); place++) {
            assertThat(terms.get(place).from())
                    .as("%s", terms)
                    .isAfter(terms.get(place - 1).to());
        }
        assertThat(terms).allMatch(term -> !term.to().isBefore(term.from()));
    }

    private static List<Term> of(List<Term> terms, Term.Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }

    /** As the database gives them back. */
    private static List<Term> known(List<Term> terms) {
        return terms.stream()
                .map(term -> new Term(UUID.randomUUID(), term.name(), term.kind(), term.year(), term.from(), term.to()))
                .toList();
    }

    private static List<Term> merged(List<Term> terms, List<Term> changed) {
        var merged = new ArrayList<>(terms);
        for (Term term : changed) {
            merged.removeIf(old -> old.id() != null && old.id().equals(term.id()));
            merged.add(term);
        }
        merged.sort(Comparator.comparing(Term::from));
        return merged;
    }
}
