package school.parta.tenants.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page as one statement reads it; laid out into rows and cells by pure functions. */
record PageBody(
        List<Column> columns,
        List<Pupil> pupils,
        List<Weighed> marks,
        List<MarkLine.Kind> kinds,
        List<MarkLine.Giver> givers,
        List<Absent> absences,
        List<Averages.Threshold> thresholds) {

    record Column(LessonCard card, boolean mine) {}

    /** A pupil of the group with the days it belonged to it. */
    record Pupil(UUID id, String name, List<Stay> stays) {

        boolean isThere(LocalDate day) {
            return stays.stream().anyMatch(stay -> stay.holds(day));
        }
    }

    record Stay(LocalDate from, @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"line", "number"})
    record Weighed(MarkLine line, @Nullable BigDecimal number) {}

    /** A mark with its name and what it counts for. */
    private record Counted(Mark mark, Averages.Weighted weighted) {}

    record Absent(
            UUID lesson, UUID pupil, String code, @Nullable Integer minutes, int version) {}

    JournalPage laidOut(Pages.Head head, Writer writer, long seq, String cursor) {
        return new JournalPage(
                new Group(head.groupId(), head.groupName()),
                new Subject(head.subjectId(), head.subjectName()),
                new JournalPage.Period(head.period(), head.periodName(), head.fromDay(), head.toDay(), head.closed()),
                head.taught() && !head.closed(),
                lessons(writer.zone()),
                rows(),
                seq,
                cursor);
    }

    private List<Lesson> lessons(ZoneId zone) {
        return columns.stream()
                .map(column -> column.card().in(zone, column.mine()))
                .toList();
    }

    private List<JournalPage.Row> rows() {
        var byPupil =
                counted().collect(Collectors.groupingBy(each -> each.mark().pupil()));
        var absent = new HashMap<Spot.Cell, Absence>();
        for (var each : absences) {
            absent.put(
                    new Spot.Cell(each.lesson(), each.pupil()),
                    new Absence(each.code(), each.minutes(), each.version()));
        }
        return pupils.stream()
                .map(pupil -> row(pupil, byPupil.getOrDefault(pupil.id(), List.of()), absent))
                .toList();
    }

    private Stream<Counted> counted() {
        var names = new MarkLine.Names(kinds, givers);
        return marks.stream().map(each -> {
            var mark = each.line().shown(names);
            return new Counted(mark, new Averages.Weighted(each.number(), mark.weight()));
        });
    }

    private JournalPage.Row row(Pupil pupil, List<Counted> own, Map<Spot.Cell, Absence> absent) {
        var average = Averages.of(own.stream().map(Counted::weighted).toList());
        var byLesson = own.stream().map(Counted::mark).collect(Collectors.groupingBy(Mark::lesson));
        var cells = columns.stream()
                .map(column -> cell(column.card(), pupil, byLesson, absent))
                .toList();
        return new JournalPage.Row(
                pupil.id(), pupil.name(), Averages.shown(average), Averages.forecast(average, thresholds), cells);
    }

    private static JournalPage.Cell cell(
            LessonCard lesson, Pupil pupil, Map<UUID, List<Mark>> marks, Map<Spot.Cell, Absence> absent) {
        return new JournalPage.Cell(
                lesson.id(),
                pupil.isThere(lesson.date()),
                marks.getOrDefault(lesson.id(), List.of()),
                absent.get(new Spot.Cell(lesson.id(), pupil.id())));
    }
}
