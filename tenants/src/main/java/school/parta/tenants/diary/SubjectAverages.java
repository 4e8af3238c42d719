package school.parta.tenants.diary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.Mark;
import school.parta.tenants.journal.Subject;

/** A pupil's averages in a period, by subject. */
public record SubjectAverages(UUID pupil, Period period, List<Line> subjects, long asOf, String cursor) {

    SubjectAverages at(long position, String from) {
        return new SubjectAverages(pupil, period, subjects, position, from);
    }

    /** Which period the averages are of. */
    public record Period(UUID id, String name, LocalDate from, LocalDate to, boolean closed) {}

    /**
     * One subject.
     *
     * @param average weighted, two digits, half up; null without marks that count
     * @param forecast the mark the average promises by the scale's thresholds
     */
    public record Line(
            Subject subject,
            @Nullable String average,
            @Nullable String forecast,
            List<Mark> marks,
            Absences absences) {}

    /** Lessons missed, by cause. */
    public record Absences(int total, int excused, int unexcused, int ill, int late) {}
}
