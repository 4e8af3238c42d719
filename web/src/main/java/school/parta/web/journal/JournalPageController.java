package school.parta.web.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Replayed;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.journal.EntryResult;
import school.parta.tenants.journal.EntryResults;
import school.parta.tenants.journal.Journal;
import school.parta.web.http.Problem;
import school.parta.web.http.Problems;
import school.parta.web.school.PeriodParameter;

/** The class page, and the forms that write into it where no script runs. */
@Controller
@RequestMapping("/s/{school}/journal")
class JournalPageController {

    private final Grids grids;
    private final Journal journal;
    private final Problems problems;

    JournalPageController(Grids grids, Journal journal, Problems problems) {
        this.grids = grids;
        this.journal = journal;
        this.problems = problems;
    }

    /** The grid; without a group or a subject there is nothing to show, and home offers the choice. */
    @GetMapping
    @Access(Resource.MARKS)
    Mono<Rendering> page(
            Actor actor,
            @RequestParam @Nullable UUID group,
            @RequestParam @Nullable UUID subject,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable UUID lesson) {
        if (group == null || subject == null) {
            return Mono.just(to("/s/" + actor.school()));
        }
        return grids.read(actor, group, subject, PeriodParameter.id(period), lesson)
                .map(grid -> Rendering.view("journal/page")
                        .modelAttribute("grid", grid)
                        .build());
    }

    @GetMapping("/cell")
    @Access(Resource.MARKS)
    Mono<Rendering> cell(
            Actor actor,
            @RequestParam UUID group,
            @RequestParam UUID subject,
            @RequestParam @Nullable String period,
            @RequestParam String cell) {
        var at = CellAddress.of(cell);
        return cell(grids.read(actor, group, subject, PeriodParameter.id(period), at.lesson()), at, null);
    }

    private static Mono<Rendering> cell(Mono<Grid> read, CellAddress at, @Nullable Problem problem) {
        return read.flatMap(grid -> Mono.justOrEmpty(CellPage.of(grid, at, problem)))
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(cell -> Rendering.view("journal/form")
                        .status(problem == null ? HttpStatus.OK : HttpStatus.valueOf(problem.status()))
                        .modelAttribute("cell", cell)
                        .build());
    }

    @PostMapping("/cell")
    @ResponseStatus(HttpStatus.SEE_OTHER)
    @Access(value = Resource.ATTENDANCE, action = Action.WRITE)
    Mono<Rendering> write(Actor actor, @ModelAttribute CellForm form, ServerWebExchange exchange) {
        var at = CellAddress.of(form.cell());
        return wrote(actor, form, at, exchange)
                .onErrorResume(Replayed.class, replayed -> Mono.empty())
                .onErrorResume(Refusal.class, refusal -> Mono.just(problems.of(refusal, exchange)))
                .flatMap(problem -> cell(grids.read(actor, form.page(), at.lesson()), at, problem))
                .switchIfEmpty(Mono.fromSupplier(() -> back(actor, form.page(), at.lesson())));
    }

    /** Empty when it was written, else why not. */
    private Mono<Problem> wrote(Actor actor, CellForm form, CellAddress at, ServerWebExchange exchange) {
        return switch (String.valueOf(form.act())) {
            case "give" -> journal.give(actor, form.give(at)).then(Mono.empty());
            case "correct" -> journal.correct(actor, form.correct()).then(Mono.empty());
            case "remove" -> journal.remove(actor, form.remove()).then(Mono.empty());
            case "absence" ->
                journal.apply(actor, form.absence(at), refusal -> problems.of(refusal, exchange))
                        .flatMapIterable(EntryResults::results)
                        .mapNotNull(EntryResult::problem)
                        .ofType(Problem.class)
                        .next();
            default -> Mono.error(new NotFound());
        };
    }

    @PostMapping("/lesson")
    @ResponseStatus(HttpStatus.SEE_OTHER)
    @Access(value = Resource.TOPICS_AND_HOMEWORK, action = Action.WRITE)
    Mono<Rendering> note(Actor actor, @ModelAttribute LessonForm form, ServerWebExchange exchange) {
        return journal.note(actor, form.lesson(), form.entries())
                .thenReturn(back(actor, form.page(), form.lesson()))
                .onErrorResume(Replayed.class, replayed -> Mono.just(back(actor, form.page(), form.lesson())))
                .onErrorResume(Refusal.class, refusal -> refused(actor, form, problems.of(refusal, exchange)));
    }

    /** The page again, with what was typed still in its fields. */
    private Mono<Rendering> refused(Actor actor, LessonForm form, Problem problem) {
        return grids.read(actor, form.page(), form.lesson())
                .map(grid -> Rendering.view("journal/page")
                        .status(HttpStatus.valueOf(problem.status()))
                        .modelAttribute("grid", grid.with(form))
                        .modelAttribute("problem", problem)
                        .build());
    }

    private static Rendering back(Actor actor, PageAddress page, UUID lesson) {
        return to("/s/" + actor.school() + "/journal?" + page.query() + "&lesson=" + lesson);
    }

    private static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
