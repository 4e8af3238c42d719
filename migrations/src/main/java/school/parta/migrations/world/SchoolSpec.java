package school.parta.migrations.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What kind of school is to be invented.
 *
 * @param demo whether it is open to everybody who reads the documentation
 * @param terms its calendar
 * @param now everything before this moment has happened already
 * @param marksADay how many marks a pupil gets on an average day
 */
record SchoolSpec(
        String slug,
        String name,
        ZoneId zone,
        boolean demo,
        Blueprint plan,
        List<Term> terms,
        Instant now,
        double marksADay) {
    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** First day with lessons. */
    LocalDate start() {
        return terms.stream().map(Term::from).min(LocalDate::compareTo).orElseThrow();
    }

    /** Last day of the period that holds today, next week at the least. */
    LocalDate end() {
        LocalDate horizon = Terms.horizon(today());
        return terms.stream()
                .filter(term -> term.holds(today()))
                .map(Term::to)
                .reduce(horizon, (one, other) -> one.isAfter(other) ? one : other);
    }
}
