package school.parta.tenants.journal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

    Mono<Desk> open(Unit unit, Actor actor, Wanted wanted) {
        var writer = Writer.of(actor, actor.today(clock));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return lessons.lock(wanted.contested())
                .then(marks.lock(wanted.marks()))
                .doOnNext(standing -> standing.forEach(mark -> wanted.add(mark.cell())))
                .then(Mono.defer(() -> findings.of(writer, wanted)))
                .map(facts -> new Desk(writer, facts, unit::record, Ids::next, now));
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
