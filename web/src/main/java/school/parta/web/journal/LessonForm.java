package school.parta.web.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.Homework;

/** What the form of a lesson sends: topic and homework together. */
record LessonForm(
        UUID group,
        UUID subject,
        UUID period,
        UUID lesson,
        @Nullable Integer base,
        @Nullable String topic,
        @Nullable String homework,
        @Nullable LocalDate due,
        @Nullable Integer minutes,
        @Nullable String reason) {

    PageAddress page() {
        return new PageAddress(group, subject, period);
    }

    List<Entry> entries() {
        return List.of(
                new Entry.SetTopic(null, lesson, topic, base, reason),
                new Entry.SetHomework(null, lesson, assigned(), base, reason));
    }

    @Nullable
    Homework assigned() {
        return homework == null || homework.isBlank() || due == null ? null : new Homework(homework, due, minutes);
    }
}
