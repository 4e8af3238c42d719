package school.parta.web.diary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.diary.Diary;
import school.parta.tenants.diary.SubjectAverages;
import school.parta.web.school.PeriodParameter;

@RestController
@RequestMapping("/api/v1/schools/{school}/pupils/{pupil}")
class DiaryController {

    private final Diary diary;

    DiaryController(Diary diary) {
        this.diary = diary;
    }

    @Access(Resource.MARKS)
    @GetMapping(path = "/diary", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> week(
            Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String week, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("private, no-cache");
        return diary.freshWeek(actor, pupil, week)
                .filter(fresh -> !exchange.checkNotModified(fresh.etag()))
                .map(fresh -> fresh.json(actor.school()));
    }

    @Access(Resource.MARKS)
    @GetMapping("/subjects")
    Mono<SubjectAverages> subjects(Actor actor, @PathVariable UUID pupil, @RequestParam @Nullable String period) {
        return diary.subjects(actor, pupil, PeriodParameter.id(period));
    }
}
