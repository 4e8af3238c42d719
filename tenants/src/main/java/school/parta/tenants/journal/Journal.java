package school.parta.tenants.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.database.Unit;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Actor;
import school.parta.tenants.classes.Families;

/** The class page: what is read of it and all that is written into it. */
@Service
public class Journal {

    private final Transactions transactions;
    private final Entries entries;
    private final Batch batch;
    private final Lessons lessons;
    private final Pages pages;
    private final Histories histories;
    private final Families families;
    private final Clock clock;

    Journal(
            Transactions transactions,
            Entries entries,
            Batch batch,
            Lessons lessons,
            Pages pages,
            Histories histories,
            Families families,
            Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.batch = batch;
        this.lessons = lessons;
        this.pages = pages;
        this.histories = histories;
        this.families = families;
        this.clock = clock;
    }

    /** The lessons of a day, today when it is null: a teacher's own, those of a class teacher's class, a deputy's all. */
    public Mono<DayLessons> lessons(Actor actor, @Nullable LocalDate day) {
        var writer = writer(actor);
        var wanted = day == null ? writer.today() : day;
        return transactions.read(unit -> lessons.of(writer, wanted)).map(DayLessons::new);
    }

    /**
     * The grid of a group, a subject and a period; null for the period that holds today, in a gap the last one begun.
     * {@link NotFound} when the page is not open to the actor.
     */
    public Mono<JournalPage> page(Actor actor, UUID group, UUID subject, @Nullable UUID period) {
        var writer = writer(actor);
        return transactions.read(unit -> pages.head(writer, group, subject, period)
                .filter(Pages.Head::seen)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(head -> pages.body(writer, head)
                        .map(body -> body.laidOut(head, writer, unit.seq(), actor.school() + ":" + unit.seq()))));
    }

    /** All that was ever written about a pupil in a lesson, for those who may read that cell. */
    public Mono<CellHistory> history(Actor actor, UUID lesson, UUID pupil) {
        return transactions.read(unit -> histories
                .seen(writer(actor), lesson)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(seen -> seen ? Mono.just(pupil) : families.reach(actor, pupil))
                .flatMap(reached -> histories.of(lesson, reached)));
    }

    public Mono<Mark> give(Actor actor, Entry.GiveMark entry) {
        return transactions.write(unit -> one(unit, actor, entry));
    }

    /** The mark as it is afterwards; {@link StaleVersion} when somebody was faster. */
    public Mono<Mark> correct(Actor actor, Entry.CorrectMark entry) {
        return transactions.write(unit -> one(unit, actor, entry));
    }

    /** Takes a mark away; the row stays, with who and when. */
    public Mono<Void> remove(Actor actor, Entry.RemoveMark entry) {
        return transactions.write(unit -> one(unit, actor, entry)).then();
    }

    private Mono<Mark> one(Unit unit, Actor actor, Entry entry) {
        return entries.open(unit, actor, Wanted.of(List.of(entry)))
                .flatMap(desk -> saved(
                        desk, opened -> opened.sheet().mark(opened.apply(entry).id())));
    }

    private <T> Mono<T> saved(Desk desk, Function<Desk, T> steps) {
        var result = steps.apply(desk);
        return entries.save(desk).thenReturn(result);
    }

    /** Writes the whole register of a lesson: who is not named was there. */
    public Mono<Register> register(Actor actor, UUID lesson, Collection<AbsentPupil> absent, @Nullable String reason) {
        var named = new LinkedHashMap<UUID, AbsentPupil>();
        absent.forEach(pupil -> named.put(pupil.pupil(), pupil));
        return transactions.write(unit -> {
            var wanted = Wanted.nothing();
            wanted.register(lesson);
            named.keySet().forEach(pupil -> wanted.add(new Spot.Cell(lesson, pupil)));
            return entries.open(unit, actor, wanted)
                    .flatMap(desk -> saved(desk, opened -> opened.register(lesson, named.values(), reason)));
        });
    }

    /** Changes topic and homework of a lesson; what has no entry stays as it is. */
    public Mono<Lesson> note(Actor actor, UUID lesson, List<? extends Entry> notes) {
        return transactions.write(unit -> {
            var wanted = Wanted.of(notes);
            wanted.contest(lesson);
            return entries.open(unit, actor, wanted).flatMap(desk -> saved(desk, opened -> opened.note(lesson, notes)));
        });
    }

    /**
     * Applies up to 100 entries in order, each for itself, in one unit of work. Each needs an opId; a repeated one gets its
     * first result.
     *
     * @param told how a refusal is told to the client
     */
    public Mono<EntryResults> apply(Actor actor, List<Entry> changes, Function<Refusal, Object> told) {
        return transactions.write(unit -> batch.apply(unit, actor, changes, told));
    }

    private Writer writer(Actor actor) {
        return Writer.of(actor, actor.today(clock));
    }
}
