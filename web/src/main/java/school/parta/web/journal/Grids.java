package school.parta.web.journal;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.classes.Classes;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.school.School;

/** Reads what a class page shows: the page itself, the school's rules and the other pages to turn to. */
@Component
class Grids {

    private final Journal journal;
    private final School school;
    private final Classes classes;
    private final Clock clock;

    Grids(Journal journal, School school, Classes classes, Clock clock) {
        this.journal = journal;
        this.school = school;
        this.classes = classes;
        this.clock = clock;
    }

    Mono<Grid> read(Actor actor, PageAddress page, UUID lesson) {
        return read(actor, page.group(), page.subject(), page.period(), lesson);
    }

    Mono<Grid> read(Actor actor, UUID group, UUID subject, @Nullable UUID period, @Nullable UUID lesson) {
        return journal.page(actor, group, subject, period)
                .flatMap(page -> school.settings(actor)
                        .flatMap(settings -> classes.open(actor)
                                .map(open -> Grid.of(
                                        actor.school(),
                                        page,
                                        settings,
                                        open,
                                        actor.membership().timeZone(),
                                        actor.today(clock),
                                        lesson))));
    }
}
