package school.parta.tenants.diary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.Averages;
import school.parta.tenants.journal.Mark;
import school.parta.tenants.journal.Subject;

/** A pupil's marks and absences of a period, as one statement reads them. */
record SubjectsRead(
        SubjectAverages.@Nullable Period period,
        List<Studied> subjects,
        List<Weighed> marks,
        List<Missed> absences,
        List<Promise> thresholds) {

    /** A subject the pupil is taught, with the scale its group is judged by. */
    record Studied(Subject subject, @Nullable UUID scale) {}

    record Weighed(UUID subject, Mark card, @Nullable BigDecimal number) {

        private Averages.Weighted weighted() {
            return new Averages.Weighted(number, card.weight());
        }
    }

    /** How many lessons of a subject fall under one kind of absence. */
    record Missed(UUID subject, String kind, int lessons) {}

    record Promise(UUID scale, String value, BigDecimal fromAverage) {}

    List<SubjectAverages.Line> lines() {
        var bySubject = marks.stream().collect(Collectors.groupingBy(Weighed::subject));
        var missed = absences.stream().collect(Collectors.groupingBy(Missed::subject));
        return subjects.stream()
                .map(studied -> line(
                        studied,
                        bySubject.getOrDefault(studied.subject().id(), List.of()),
                        missed.getOrDefault(studied.subject().id(), List.of())))
                .toList();
    }

    private SubjectAverages.Line line(Studied studied, List<Weighed> own, List<Missed> missed) {
        var average = Averages.of(own.stream().map(Weighed::weighted).toList());
        var promises = thresholds.stream()
                .filter(promise -> Objects.equals(promise.scale(), studied.scale()))
                .map(promise -> new Averages.Threshold(promise.value(), promise.fromAverage()))
                .toList();
        return new SubjectAverages.Line(
                studied.subject(),
                Averages.shown(average),
                Averages.forecast(average, promises),
                own.stream().map(Weighed::card).toList(),
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
