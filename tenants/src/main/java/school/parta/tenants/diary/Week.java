package school.parta.tenants.diary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A school week by its Monday. */
record Week(LocalDate monday) {

    private static final int SCHOOL_DAYS = 6;
    private static final Pattern WRITTEN = Pattern.compile("[12]\\d{3}-W\\d{2}");

    static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Reads {@code 2026-W48}; {@link WeekMalformed} for anything else. */
    static Week parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new WeekMalformed();
        }
        try {
            return new Week(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeParseException malformed) {
            throw new WeekMalformed();
        }
    }

    LocalDate saturday() {
        return monday.plusDays(SCHOOL_DAYS - 1);
    }

    List<LocalDate> days() {
        return Stream.iterate(monday, day -> day.plusDays(1)).limit(SCHOOL_DAYS).toList();
    }

    @Override
    public String toString() {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
