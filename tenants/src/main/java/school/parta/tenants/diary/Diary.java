package school.parta.tenants.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.cache.Computed;
import school.parta.platform.cache.Fresh;
import school.parta.platform.cache.SchoolCache;
import school.parta.platform.database.Transactions;
import school.parta.platform.security.Actor;
import school.parta.tenants.classes.Families;

/** What a family reads of the journal. A pupil out of the actor's reach answers like one that does not exist. */
@Service
public class Diary {

    private final Transactions transactions;
    private final SchoolCache cache;
    private final Families families;
    private final Weeks weeks;
    private final Subjects subjects;
    private final Clock clock;

    Diary(
            Transactions transactions,
            SchoolCache cache,
            Families families,
            Weeks weeks,
            Subjects subjects,
            Clock clock) {
        this.transactions = transactions;
        this.cache = cache;
        this.families = families;
        this.weeks = weeks;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The pupil's week as it is valid now; {@code week} by ISO 8601, this week when it is null. */
    public Mono<Fresh<DiaryWeek>> freshWeek(Actor actor, UUID pupil, @Nullable String week) {
        return Mono.fromSupplier(() -> week == null ? Week.of(actor.today(clock)) : Week.parse(week))
                .flatMap(wanted -> families.reach(actor, pupil).flatMap(reached -> kept(actor, reached, wanted)));
    }

    /** The same for a page. */
    public Mono<DiaryWeek> week(Actor actor, UUID pupil, @Nullable String week) {
        return freshWeek(actor, pupil, week)
                .map(fresh -> fresh.value().at(fresh.position(), fresh.cursor(actor.school())));
    }

    private Mono<Fresh<DiaryWeek>> kept(Actor actor, UUID pupil, Week week) {
        return cache.get("diary:" + pupil + ":" + week, DiaryWeek.class, () -> read(actor, pupil, week));
    }

    private Mono<Computed<DiaryWeek>> read(Actor actor, UUID pupil, Week week) {
        return transactions.read(unit -> weeks.of(pupil, week)
                .map(found -> new Computed<>(
                        unit.seq(),
                        found.topics(pupil),
                        found.shown(pupil, week, actor.membership().timeZone()))));
    }

    /** Averages, marks and absences by subject; {@code period} null for the current one of the pupil's grade. */
    public Mono<SubjectAverages> subjects(Actor actor, UUID pupil, @Nullable UUID period) {
        return families.reach(actor, pupil)
                .flatMap(reached -> kept(actor, reached, period))
                .map(fresh -> fresh.value().at(fresh.position(), fresh.cursor(actor.school())));
    }

    /** Which period is the current one depends on the day, and so does the name. */
    private Mono<Fresh<SubjectAverages>> kept(Actor actor, UUID pupil, @Nullable UUID period) {
        var today = actor.today(clock);
        var name = "subjects:" + pupil + ":" + (period == null ? today : period);
        return cache.get(name, SubjectAverages.class, () -> read(pupil, period, today));
    }

    private Mono<Computed<SubjectAverages>> read(UUID pupil, @Nullable UUID period, LocalDate today) {
        return transactions.read(unit -> subjects.of(pupil, period, today)
                .map(found -> new Computed<>(unit.seq(), found.topics(pupil), found.shown(pupil))));
    }
}
