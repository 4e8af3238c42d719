package school.parta.migrations.world;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calendar of an invented school. It follows the usual Russian year as far as it can, but today always lies in a period
 * that began three weeks ago or earlier, with a whole period before it and lessons through next week.
 */
final class Terms {
    private static final int OPEN_DAYS = 21;
    private static final int LONGEST_DAYS = 63;
    private static final int SHORTEST_DAYS = 35;
    private static final int HOLIDAYS = 9;
    private static final int SHORT_SLEEP = 21;

    private Terms() {}

    /** The Saturday of next week: lessons are planned at least until then. */
    static LocalDate horizon(LocalDate today) {
        return today.with(nextOrSame(SUNDAY)).with(next(SATURDAY));
    }

    /** The period before, the one that holds today and the rest of the school year; then the half-years over the same days. */
    static List<Term> lay(LocalDate today) {
        List<Term> usual = usual(today);
        int place = place(usual, today);
        Term current = current(usual.get(place), today);
        var terms = new ArrayList<Term>();
        terms.add(before(usual.get(place - 1), current, usual.get(place)));
        terms.add(current);
        LocalDate free = current.to().plusDays(HOLIDAYS).with(previousOrSame(MONDAY));
        for (Term later : usual.subList(place + 1, usual.size())) {
            LocalDate from = later.from().isBefore(free) ? free : later.from();
            if (from.plusDays(OPEN_DAYS).isBefore(later.to())) {
                terms.add(later.beginning(from));
                free = from;
            }
        }
        terms.addAll(halves(terms));
        return terms;
    }

    /** The last quarter of the school year before and the four of this one. */
    private static List<Term> usual(LocalDate today) {
        int year = year(today);
        var terms = new ArrayList<Term>();
        terms.add(quarters(year - 1).get(3));
        terms.addAll(quarters(year));
        return terms;
    }

    static int year(LocalDate day) {
        return day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
    }

    private static List<Term> quarters(int year) {
        LocalDate autumn = LocalDate.of(year, 10, 25).with(previousOrSame(SATURDAY));
        LocalDate winter = LocalDate.of(year, 12, 29).with(previousOrSame(SATURDAY));
        LocalDate spring = LocalDate.of(year + 1, 3, 24).with(previousOrSame(SATURDAY));
        LocalDate summer = LocalDate.of(year + 1, 5, 31).with(previousOrSame(SATURDAY));
        return List.of(
                quarter(1, year, LocalDate.of(year, 9, 1), autumn),
                quarter(2, year, autumn.plusDays(HOLIDAYS), winter),
                quarter(3, year, LocalDate.of(year + 1, 1, 9).with(nextOrSame(MONDAY)), spring),
                quarter(4, year, spring.plusDays(HOLIDAYS), summer));
    }

    private static Term quarter(int number, int year, LocalDate from, LocalDate to) {
        return new Term(null, number + " четверть", Term.Kind.QUARTER, year, from, to);
    }

    private static int place(List<Term> usual, LocalDate today) {
        int place = 1;
        for (int later = 2; later < usual.size(); later++) {
            place = usual.get(later).from().isAfter(today) ? place : later;
        }
        return place;
    }

    private static Term current(Term usual, LocalDate today) {
        LocalDate latest = today.minusDays(OPEN_DAYS).with(previousOrSame(MONDAY));
        LocalDate earliest = today.minusDays(LONGEST_DAYS).with(previousOrSame(MONDAY));
        LocalDate from = usual.from().isBefore(earliest) ? earliest : usual.from();
        from = from.isAfter(latest) ? latest : from;
        return usual.beginning(from).ending(later(usual.to(), horizon(today)));
    }

    private static Term before(Term usual, Term current, Term currentUsual) {
        LocalDate latest = current.from().minusDays(HOLIDAYS).with(nextOrSame(SATURDAY));
        boolean shortened = current.from().isAfter(currentUsual.from());
        LocalDate to = shortened || usual.to().isAfter(latest) ? latest : usual.to();
        LocalDate longest = to.minusDays(LONGEST_DAYS - 7).with(previousOrSame(MONDAY));
        LocalDate shortest = to.minusDays(SHORTEST_DAYS).with(previousOrSame(MONDAY));
        LocalDate from = later(usual.from(), longest);
        return usual.beginning(from.isAfter(shortest) ? shortest : from).ending(to);
    }

    private static List<Term> halves(List<Term> quarters) {
        var halves = new ArrayList<Term>();
        for (Term quarter : quarters) {
            int half = quarter.name().charAt(0) <= '2' ? 1 : 2;
            String name = half + " полугодие";
            Term last = halves.isEmpty() ? null : halves.getLast();
            if (last != null && last.name().equals(name) && last.year() == quarter.year()) {
                halves.set(halves.size() - 1, last.ending(quarter.to()));
            } else {
                halves.add(new Term(null, name, Term.Kind.HALF_YEAR, quarter.year(), quarter.from(), quarter.to()));
            }
        }
        return halves;
    }

    /**
     * What must change so that today and next week lie in a period again: a holiday is given up, a period lasts longer, or
     * after a long sleep a new one is added.
     *
     * @param terms of one kind
     * @return the terms to write; without an id where they are new
     */
    static List<Term> reach(List<Term> terms, LocalDate today) {
        LocalDate horizon = horizon(today);
        Term begun = terms.stream()
                .filter(term -> !term.from().isAfter(today))
                .max(Comparator.comparing(Term::from))
                .orElseThrow();
        if (!begun.to().isBefore(horizon)) {
            return List.of();
        }
        Term next = terms.stream()
                .filter(term -> term.from().isAfter(today))
                .min(Comparator.comparing(Term::from))
                .orElse(null);
        if (next != null && !next.from().isAfter(horizon)) {
            Term pulled = next.beginning(begun.to().plusDays(1)).ending(later(next.to(), horizon));
            return pulled.equals(next) ? List.of() : List.of(pulled);
        }
        if (!begun.to().plusDays(SHORT_SLEEP).isBefore(today)) {
            return List.of(begun.ending(horizon));
        }
        LocalDate from = later(begun.to().plusDays(1), today.minusDays(28).with(previousOrSame(MONDAY)));
        LocalDate to = horizon.plusWeeks(4);
        return List.of(appended(begun.kind(), today)
                .beginning(from)
                .ending(
                        next == null || to.isBefore(next.from())
                                ? to
                                : next.from().minusDays(1)));
    }

    private static Term appended(Term.Kind kind, LocalDate today) {
        List<Term> usual = usual(today);
        List<Term> named = kind == Term.Kind.QUARTER ? usual : halves(usual);
        return kind == Term.Kind.QUARTER
                ? usual.get(place(usual, today))
                : named.stream()
                        .filter(term -> !term.from().isAfter(today))
                        .reduce((_, last) -> last)
                        .orElseThrow();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
