package school.parta.tenants.diary;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Actor;
import school.parta.tenants.classes.Families;
import tools.jackson.databind.json.JsonMapper;

/** What a family reads of the journal. A pupil out of the actor's reach answers like one that does not exist. */
@Service
public class Diary {

    private final Transactions transactions;
    private final Families families;
    private final Weeks weeks;
    private final Subjects subjects;
    private final JsonMapper json;
    private final Clock clock;

    Diary(Transactions transactions, Families families, Weeks weeks, Subjects subjects, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.families = families;
        this.weeks = weeks;
        this.subjects = subjects;
        this.json = json;
        this.clock = clock;
    }

    /** What of a week does not depend on when it is read. */
    private record WeekContent(UUID pupil, String week, List<DiaryWeek.Day> days) {}

    /** The pupil's week as JSON with its entity tag; {@code week} by ISO 8601, this week when it is null. */
    public Mono<DiaryPage> weekPage(Actor actor, UUID pupil, @Nullable String week) {
        return Mono.fromSupplier(() -> week(actor, week))
                .flatMap(wanted -> families.reach(actor, pupil).flatMap(reached -> read(actor, reached, wanted)));
    }

    /** The same for a page. */
    public Mono<DiaryWeek> week(Actor actor, UUID pupil, @Nullable String week) {
        return weekPage(actor, pupil, week).map(page -> json.readValue(page.json(), DiaryWeek.class));
    }

    private Week week(Actor actor, @Nullable String week) {
        return week == null ? Week.of(actor.today(clock)) : Week.parse(week);
    }

    private Mono<DiaryPage> read(Actor actor, UUID pupil, Week week) {
        var zone = actor.membership().timeZone();
        return transactions.read(unit -> weeks.of(pupil, week)
                .map(found -> new WeekContent(pupil, week.toString(), found.days(week, zone)))
                .map(content -> DiaryPage.of(json.writeValueAsString(content)).at(unit.seq(), actor.school())));
    }

    /** Averages, marks and absences by subject; {@code period} null for the current one of the pupil's grade. */
    public Mono<SubjectAverages> subjects(Actor actor, UUID pupil, @Nullable UUID period) {
        return families.reach(actor, pupil).flatMap(reached -> averages(actor, reached, period));
    }

    private Mono<SubjectAverages> averages(Actor actor, UUID pupil, @Nullable UUID period) {
        return transactions.read(unit -> subjects.of(pupil, period, actor.today(clock))
                .map(found -> averages(pupil, found, unit.seq(), actor.school())));
    }

    private static SubjectAverages averages(UUID pupil, SubjectsRead found, long seq, String school) {
        if (found.period() == null) {
            throw new NotFound();
        }
        return new SubjectAverages(pupil, found.period(), found.lines(), seq, school + ":" + seq);
    }
}
