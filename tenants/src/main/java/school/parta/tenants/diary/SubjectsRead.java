package school.parta.tenants.diary;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Topic;
import school.parta.platform.refusal.NotFound;
import school.parta.tenants.journal.Averages;
import school.parta.tenants.journal.Mark;
import school.parta.tenants.journal.MarkLine;
import school.parta.tenants.journal.Subject;

/** A pupil's marks and absences of a period, as one statement reads them. */
record SubjectsRead(
        SubjectAverages.@Nullable Period period,
        List<UUID> groups,
        List<Studied> subjects,
        List<Weighed> marks,
        List<MarkLine.Kind> kinds,
        List<MarkLine.Giver> givers,
        List<Missed> absences,
        List<Promise> thresholds) {

    /** A subject the pupil is taught, with the scale its group is judged by. */
    record Studied(Subject subject, @Nullable UUID scale) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"subject", "line", "number"})
    record Weighed(UUID subject, MarkLine line, @Nullable BigDecimal number) {}

    /** A mark with its name and what it counts for. */
    private record Counted(UUID subject, Mark mark, Averages.Weighted weighted) {}

    /** How many lessons of a subject fall under one kind of absence. */
    record Missed(UUID subject, String kind, int lessons) {}

    record Promise(UUID scale, String value, BigDecimal fromAverage) {}

    /** The averages without a position; {@link NotFound} when there is no such period. */
    SubjectAverages shown(UUID pupil) {
        if (period == null) {
            throw new NotFound();
        }
        return new SubjectAverages(pupil, period, lines(), 0, "");
    }

    /** Everything whose change can alter the averages; a pupil's coming and going is told to its family. */
    Set<Topic> topics(UUID pupil) {
        var topics = new HashSet<>(Set.of(Topic.schoolFamilies(), Topic.pupilFamily(pupil)));
        groups.forEach(group -> topics.add(Topic.groupFamilies(group)));
        return topics;
    }

    private List<SubjectAverages.Line> lines() {
        var bySubject = counted().collect(Collectors.groupingBy(Counted::subject));
        var missed = absences.stream().collect(Collectors.groupingBy(Missed::subject));
        return subjects.stream()
                .map(studied -> line(
                        studied,
                        bySubject.getOrDefault(studied.subject().id(), List.of()),
                        missed.getOrDefault(studied.subject().id(), List.of())))
                .toList();
    }

    private Stream<Counted> counted() {
        var names = new MarkLine.Names(kinds, givers);
        return marks.stream().map(each -> {
            var mark = each.line().shown(names);
            return new Counted(each.subject(), mark, new Averages.Weighted(each.number(), mark.weight()));
        });
    }

    private SubjectAverages.Line line(Studied studied, List<Counted> own, List<Missed> missed) {
        var average = Averages.of(own.stream().map(Counted::weighted).toList());
        var promises = thresholds.stream()
                .filter(promise -> Objects.equals(promise.scale(), studied.scale()))
                .map(promise -> new Averages.Threshold(promise.value(), promise.fromAverage()))
                .toList();
        return new SubjectAverages.Line(
                studied.subject(),
                Averages.shown(average),
                Averages.forecast(average, promises),
                own.stream().map(Counted::mark).toList(),
                counted(missed.stream().collect(Collectors.toMap(Missed::kind, Missed::lessons, Integer::sum))));
    }

    /** A late arrival is no missed lesson, and who was exempt or taught at a distance was not away. */
    private static SubjectAverages.Absences counted(Map<String, Integer> kinds) {
        int excused = kinds.getOrDefault("excused", 0);
        int unexcused = kinds.getOrDefault("unexcused", 0);
        int ill = kinds.getOrDefault("ill", 0);
        int total = kinds.getOrDefault("unknown", 0) + excused + unexcused + ill;
        return new SubjectAverages.Absences(total, excused, unexcused, ill, kinds.getOrDefault("late", 0));
    }
}
