package school.parta.tenants.diary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.Homework;
import school.parta.tenants.journal.Mark;
import school.parta.tenants.journal.Subject;

/**
 * A pupil's week, Monday to Saturday, days without lessons included.
 *
 * @param week ISO week such as {@code 2026-W48}
 * @param asOf the ledger number it was read at, or a newer position of the stream
 * @param cursor where a live stream continues from this answer
 */
public record DiaryWeek(UUID pupil, String week, List<Day> days, long asOf, String cursor) {

    DiaryWeek at(long position, String from) {
        return new DiaryWeek(pupil, week, days, position, from);
    }

    /** One day. */
    public record Day(LocalDate date, List<Lesson> lessons) {}

    /** One lesson as the family sees it. */
    public record Lesson(
            UUID id,
            int slot,
            Instant startsAt,
            Instant endsAt,
            Subject subject,
            String teacher,
            @Nullable String room,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String substitution,

            @Nullable String topic,
            @Nullable Homework homework,
            @Nullable Absence absence,
            List<Mark> marks) {}

    /** An absence, without the version that only writers need. */
    public record Absence(String code, @Nullable Integer minutes) {}
}
