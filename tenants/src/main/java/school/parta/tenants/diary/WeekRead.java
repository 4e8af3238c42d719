package school.parta.tenants.diary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Topic;
import school.parta.tenants.journal.LessonCard;
import school.parta.tenants.journal.Mark;

/** A week as one statement reads it; laid out into days by pure functions. */
record WeekRead(List<Attended> lessons, List<UUID> groups) {

    record Attended(LessonCard card, DiaryWeek.@Nullable Absence absence, List<Mark> marks) {

        private DiaryWeek.Lesson shown(ZoneId zone) {
            return new DiaryWeek.Lesson(
                    card.id(),
                    card.slot(),
                    card.begins(zone),
                    card.ends(zone),
                    card.subject(),
                    card.teacher(),
                    card.room(),
                    null,
                    card.topic(),
                    card.homework(),
                    absence,
                    marks);
        }
    }

    /** The week without a position; whoever answers with it knows that. */
    DiaryWeek shown(UUID pupil, Week week, ZoneId zone) {
        return new DiaryWeek(pupil, week.toString(), days(week, zone), 0, "");
    }

    private List<DiaryWeek.Day> days(Week week, ZoneId zone) {
        var byDay = lessons.stream()
                .collect(Collectors.groupingBy(lesson -> lesson.card().date()));
        return week.days().stream()
                .map(day -> day(day, byDay.getOrDefault(day, List.of()), zone))
                .toList();
    }

    private static DiaryWeek.Day day(LocalDate day, List<Attended> lessons, ZoneId zone) {
        return new DiaryWeek.Day(
                day, lessons.stream().map(lesson -> lesson.shown(zone)).toList());
    }

    /** Everything whose change can alter the week; a pupil's coming and going is told to its family. */
    Set<Topic> topics(UUID pupil) {
        var topics = new HashSet<Topic>();
        topics.add(Topic.schoolFamilies());
        topics.add(Topic.pupilFamily(pupil));
        groups.forEach(group -> topics.add(Topic.groupFamilies(group)));
        return topics;
    }
}
