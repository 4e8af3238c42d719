package school.parta.web.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.journal.CellHistory;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.EntryResults;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.journal.JournalPage;
import school.parta.web.http.Problems;
import school.parta.web.school.PeriodParameter;

@RestController
@RequestMapping("/api/v1/schools/{school}/journal")
class JournalController {

    private final Journal journal;
    private final Problems problems;

    JournalController(Journal journal, Problems problems) {
        this.journal = journal;
        this.problems = problems;
    }

    @Access(Resource.MARKS)
    @GetMapping
    Mono<JournalPage> page(
            Actor actor, @RequestParam UUID group, @RequestParam UUID subject, @RequestParam @Nullable String period) {
        return journal.page(actor, group, subject, PeriodParameter.id(period));
    }

    @Access(Resource.MARKS)
    @GetMapping("/history")
    Mono<CellHistory> history(Actor actor, @RequestParam UUID lesson, @RequestParam UUID pupil) {
        return journal.history(actor, lesson, pupil);
    }

    /** Entries of every kind; who may write attendance may come in, and each entry is judged for itself. */
    @Access(value = Resource.ATTENDANCE, action = Action.WRITE)
    @PostMapping("/changes")
    Mono<EntryResults> apply(Actor actor, @RequestBody Changes body, ServerWebExchange exchange) {
        return journal.apply(actor, body.entries(), refusal -> problems.of(refusal, exchange));
    }

    /** A batch as it is sent. */
    record Changes(@Nullable List<@Nullable Operation> changes) {

        List<Entry> entries() {
            return Operation.entries(changes);
        }
    }
}
