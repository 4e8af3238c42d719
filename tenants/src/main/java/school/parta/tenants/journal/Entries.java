package school.parta.tenants.journal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Ids;
import school.parta.platform.database.Unit;
import school.parta.platform.security.Actor;

/** Opens a desk for entries and saves what lies on it: a constant number of statements, however many entries there are. */
@Component
class Entries {

    private final Findings findings;
    private final Lessons lessons;
    private final Marks marks;
    private final Absences absences;
    private final Clock clock;

    Entries(Findings findings, Lessons lessons, Marks marks, Absences absences, Clock clock) {
        this.findings = findings;
        this.lessons = lessons;
        this.marks = marks;
        this.absences = absences;
        this.clock = clock;
    }

    Mono<Desk> open(Unit unit, Actor actor, Collection<? extends Entry> entries) {
        return open(unit, actor, entries, null);
    }

    /** The same with the whole register of a lesson. */
    Mono<Desk> open(
            Unit unit, Actor actor, Collection<? extends Entry> entries, @Nullable UUID register) {
        var wanted = Findings.Wanted.nothing();
        var contested = new LinkedHashSet<UUID>();
        for (var entry : entries) {
            want(entry, wanted, contested);
        }
        if (register != null) {
            wanted.lessons().add(register);
            wanted.registers().add(register);
            contested.add(register);
        }
        var writer = Writer.of(actor, actor.today(clock));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return lessons.lock(contested)
                .then(marks.lock(wanted.marks()))
                .doOnNext(standing -> standing.forEach(mark -> want(mark.cell(), wanted)))
                .then(Mono.defer(() -> findings.of(writer, wanted)))
                .map(facts -> new Desk(writer, facts, unit::record, Ids::next, now));
    }

    private static void want(Entry entry, Findings.Wanted wanted, Set<UUID> contested) {
        switch (entry) {
            case Entry.GiveMark give -> want(new Spot.Cell(give.lesson(), give.pupil()), wanted);
            case Entry.CorrectMark correct -> wanted.marks().add(correct.mark());
            case Entry.RemoveMark remove -> wanted.marks().add(remove.mark());
            case Entry.SetAbsence absence -> {
                want(new Spot.Cell(absence.lesson(), absence.pupil()), wanted);
                contested.add(absence.lesson());
            }
            case Entry.SetTopic topic -> {
                wanted.lessons().add(topic.lesson());
                contested.add(topic.lesson());
            }
            case Entry.SetHomework homework -> {
                wanted.lessons().add(homework.lesson());
                contested.add(homework.lesson());
            }
        }
    }

    private static void want(Spot.Cell cell, Findings.Wanted wanted) {
        wanted.lessons().add(cell.lesson());
        wanted.cells().add(cell);
    }

    Mono<Void> save(Desk desk) {
        var sheet = desk.sheet();
        var person = desk.writer().person();
        return lessons.save(sheet.lessons())
                .then(lessons.assign(sheet.assigned(), person))
                .then(lessons.unassign(sheet.assigned()))
                .then(marks.insert(sheet.given(), person, desk.now()))
                .then(marks.correct(sheet.corrected(), person))
                .then(marks.remove(sheet.removed(), person, desk.now()))
                .then(absences.save(sheet.registered(), person, desk.now()));
    }
}
