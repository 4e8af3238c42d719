package school.parta.migrations.world;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period of the school year.
 *
 * @param id null as long as the database does not know it
 * @param year in which its school year began
 * @param from first day
 * @param to last day
 */
record Term(@Nullable UUID id, String name, Kind kind, int year, LocalDate from, LocalDate to) {
    /** Quarters for grades 1 to 9, half-years for 10 and 11. */
    enum Kind {
        QUARTER("quarter", 1, 9),
        HALF_YEAR("half_year", 10, 11);

        final String code;
        final int fromGrade;
        final int toGrade;

        Kind(String code, int fromGrade, int toGrade) {
            this.code = code;
            this.fromGrade = fromGrade;
            this.toGrade = toGrade;
        }

        static Kind of(String code) {
            return code.equals(QUARTER.code) ? QUARTER : HALF_YEAR;
        }
    }

    Term beginning(LocalDate day) {
        return new Term(id, name, kind, year, day, to);
    }

    Term ending(LocalDate day) {
        return new Term(id, name, kind, year, from, day);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
