package school.parta.tenants.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.security.Actor;
import school.parta.tenants.classes.Classes;
import school.parta.tenants.classes.TaughtSubject;
import school.parta.tenants.journal.Group;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.journal.Subject;

/** What each role meets first: the teacher its day, those who lead the choice of a class. */
@Service
public class Home {

    private final Transactions transactions;
    private final Journal journal;
    private final Classes classes;
    private final SchoolDays days;
    private final Clock clock;

    Home(Transactions transactions, Journal journal, Classes classes, SchoolDays days, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.classes = classes;
        this.days = days;
        this.clock = clock;
    }

    /** The actor's own lessons of today, or of the next day that has some, and every class page it may open. */
    public Mono<TeacherDay> day(Actor actor) {
        var today = actor.today(clock);
        return transactions.read(unit -> days.next(actor, today)
                .defaultIfEmpty(today)
                .flatMap(day -> journal.lessons(actor, day)
                        .flatMap(
                                lessons -> classes.open(actor).map(open -> day(today, day, lessons.lessons(), open)))));
    }

    private static TeacherDay day(LocalDate today, LocalDate day, List<Lesson> lessons, List<TaughtSubject> open) {
        return new TeacherDay(
                today,
                day,
                lessons.stream().filter(Lesson::mine).toList(),
                open.stream().map(Home::page).toList());
    }

    private static TeacherDay.ClassPage page(TaughtSubject taught) {
        return new TeacherDay.ClassPage(
                new Group(taught.group().id(), taught.group().name()),
                new Subject(taught.subject().id(), taught.subject().name()),
                taught.mine());
    }

    /** Every class page the actor may open, by class; for class teacher, deputy and director. */
    public Mono<ClassChoice> choice(Actor actor) {
        return classes.open(actor).map(Home::byClass);
    }

    private static ClassChoice byClass(List<TaughtSubject> open) {
        var classes = new LinkedHashMap<String, List<TeacherDay.ClassPage>>();
        for (var taught : open) {
            var owner = taught.schoolClass() == null ? taught.group() : taught.schoolClass();
            classes.computeIfAbsent(owner.name(), name -> new ArrayList<>()).add(page(taught));
        }
        return new ClassChoice(classes.entrySet().stream()
                .map(entry -> new ClassChoice.OfClass(entry.getKey(), entry.getValue()))
                .toList());
    }
}
