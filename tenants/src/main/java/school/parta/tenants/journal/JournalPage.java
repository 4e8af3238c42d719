package school.parta.tenants.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The class page: group × subject × period.
 *
 * @param columns the lessons in order
 * @param rows the pupils who belonged to the group in the period, by name
 * @param group which group
 * @param subject which subject
 * @param period which period
 * @param writable whether the actor may write in lessons of this page (single lessons may still refuse)
 * @param asOf the ledger number the page was read at, or a newer position of the stream
 * @param cursor where a live stream continues from this page
 */
public record JournalPage(
        Group group,
        Subject subject,
        Period period,
        boolean writable,
        List<Lesson> columns,
        List<Row> rows,
        long asOf,
        String cursor) {

    /**
     * A pupil's line.
     *
     * @param average weighted, two digits, half up; null without marks that count
     * @param forecast the mark the average promises by the scale's thresholds
     * @param cells one per column, in the order of the columns
     */
    public record Row(
            UUID pupil,
            String name,
            @Nullable String average,
            @Nullable String forecast,
            List<Cell> cells) {}

    /**
     * One pupil in one lesson.
     *
     * @param member whether the pupil belonged to the group that day; if not, nothing can be written
     */
    public record Cell(
            UUID lesson,
            boolean member,
            List<Mark> marks,
            @Nullable Absence absence) {}

    /** The period of the page. */
    public record Period(UUID id, String name, LocalDate from, LocalDate to, boolean closed) {}
}
