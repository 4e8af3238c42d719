package school.parta.web.diary;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.classes.Child;
import school.parta.tenants.classes.Families;
import school.parta.tenants.diary.Diary;
import school.parta.tenants.diary.SubjectAverages;
import school.parta.tenants.school.JournalSettings;
import school.parta.tenants.school.School;
import school.parta.web.school.PeriodParameter;

/** The diary's pages, and their parts that are fetched again when something changes. */
@Controller
@RequestMapping("/s/{school}/diary")
class DiaryPageController {

    private final Diary diary;
    private final Families families;
    private final School school;
    private final Clock clock;

    DiaryPageController(Diary diary, Families families, School school, Clock clock) {
        this.diary = diary;
        this.families = families;
        this.school = school;
        this.clock = clock;
    }

    /** The first child's diary. */
    @GetMapping
    @Access(Resource.MARKS)
    Mono<Rendering> first(Actor actor) {
        return families.pupilsOf(actor).map(children -> children.isEmpty() ? nobody(actor) : to(actor, children));
    }

    private static Rendering to(Actor actor, List<Child> children) {
        return Rendering.redirectTo(
                        "/s/" + actor.school() + "/diary/" + children.getFirst().id())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private static Rendering nobody(Actor actor) {
        return Rendering.view("home/empty")
                .modelAttribute("about", actor.is(Role.PUPIL) ? "pages.home.about.pupil" : "pages.home.about.guardian")
                .build();
    }

    @GetMapping("/{pupil}")
    @Access(Resource.MARKS)
    Mono<Rendering> page(Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String week) {
        return week("diary/page", actor, pupil, week);
    }

    @GetMapping("/{pupil}/week")
    @Access(Resource.MARKS)
    Mono<Rendering> week(Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String week) {
        return week("diary/week", actor, pupil, week);
    }

    private Mono<Rendering> week(String view, Actor actor, UUID pupil, @Nullable String week) {
        return families.pupilsOf(actor)
                .flatMap(children -> diary.week(actor, pupil, week)
                        .map(found -> Rendering.view(view)
                                .modelAttribute("week", found)
                                .modelAttribute("frame", frame(actor, pupil, children))
                                .build()));
    }

    @GetMapping("/{pupil}/subjects")
    @Access(Resource.MARKS)
    Mono<Rendering> subjects(Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String period) {
        return families.pupilsOf(actor)
                .flatMap(children -> school.settings(actor)
                        .flatMap(settings -> diary.subjects(actor, pupil, PeriodParameter.id(period))
                                .map(found -> Rendering.view("diary/subjects")
                                        .modelAttribute("averages", found)
                                        .modelAttribute("periods", alike(settings, found.period()))
                                        .modelAttribute("frame", frame(actor, pupil, children))
                                        .build())));
    }

    /** The periods of the grades that the shown one is for. */
    private static List<JournalSettings.Period> alike(JournalSettings settings, SubjectAverages.Period shown) {
        var grades = settings.periods().stream()
                .filter(period -> period.id().equals(shown.id()))
                .map(JournalSettings.Period::grades)
                .findFirst()
                .orElse(List.of());
        return settings.periods().stream()
                .filter(period -> period.grades().equals(grades))
                .toList();
    }

    @GetMapping("/{pupil}/averages")
    @Access(Resource.MARKS)
    Mono<Rendering> averages(Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String period) {
        return diary.subjects(actor, pupil, PeriodParameter.id(period))
                .map(found -> Rendering.view("diary/averages")
                        .modelAttribute("averages", found)
                        .modelAttribute("frame", frame(actor, pupil, List.of()))
                        .build());
    }

    private DiaryFrame frame(Actor actor, UUID pupil, List<Child> children) {
        return new DiaryFrame(
                actor.school(), pupil, children, actor.membership().timeZone(), actor.today(clock));
    }
}
