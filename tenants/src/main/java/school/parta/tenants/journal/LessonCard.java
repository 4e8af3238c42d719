package school.parta.tenants.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lesson as the view {@code lesson_shown} tells it: its times are the school's wall clock. */
public record LessonCard(
        UUID id,
        LocalDate date,
        int slot,
        LocalTime startsAt,
        LocalTime endsAt,
        Subject subject,
        Group group,
        @Nullable String room,
        String teacher,
        @Nullable String topic,
        @Nullable Homework homework,
        int version) {

    /** The same with times that mean a moment. */
    public Lesson in(ZoneId zone, boolean mine) {
        return new Lesson(
                id,
                date,
                slot,
                begins(zone),
                ends(zone),
                subject,
                group,
                room,
                teacher,
                topic,
                homework,
                version,
                mine);
    }

    public Instant begins(ZoneId zone) {
        return date.atTime(startsAt).atZone(zone).toInstant();
    }

    public Instant ends(ZoneId zone) {
        return date.atTime(endsAt).atZone(zone).toInstant();
    }

    LessonCard withTopic(@Nullable String changed) {
        return new LessonCard(
                id, date, slot, startsAt, endsAt, subject, group, room, teacher, changed, homework, version + 1);
    }

    LessonCard withHomework(@Nullable Homework changed) {
        return new LessonCard(
                id, date, slot, startsAt, endsAt, subject, group, room, teacher, topic, changed, version + 1);
    }
}
