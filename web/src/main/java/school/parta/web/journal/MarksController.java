package school.parta.web.journal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.journal.Mark;
import school.parta.web.http.Patch;

@RestController
@RequestMapping("/api/v1/schools/{school}/marks")
class MarksController {

    private final Journal journal;

    MarksController(Journal journal) {
        this.journal = journal;
    }

    record NewMark(
            @Nullable UUID lesson,
            @Nullable UUID pupil,
            @Nullable String value,
            @Nullable UUID workType,
            @Nullable String comment,
            @Nullable String reason) {

        Entry.GiveMark entry() {
            return new Entry.GiveMark(
                    null,
                    Inputs.given(lesson, "/lesson"),
                    Inputs.given(pupil, "/pupil"),
                    Inputs.given(value, "/value"),
                    workType,
                    comment,
                    reason);
        }
    }

    /** What is left out stays as it is; a comment of null is taken away. */
    record MarkPatch(
            @Nullable String value,
            @Nullable UUID workType,
            @Nullable Patch<String> comment,
            @Nullable String reason) {

        Entry.CorrectMark entry(UUID mark, int base) {
            var text = comment == null ? null : Objects.requireNonNullElse(comment.value(), "");
            return new Entry.CorrectMark(null, mark, base, value, workType, text, reason);
        }
    }

    @Access(value = Resource.MARKS, action = Action.WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Mark> give(Actor actor, @RequestBody NewMark body) {
        return journal.give(actor, body.entry());
    }

    @Access(value = Resource.MARKS, action = Action.WRITE)
    @PatchMapping("/{mark}")
    Mono<Mark> correct(
            Actor actor,
            @PathVariable UUID mark,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody MarkPatch body) {
        return journal.correct(actor, body.entry(mark, Inputs.version(version)));
    }

    @Access(value = Resource.MARKS, action = Action.WRITE)
    @DeleteMapping("/{mark}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            Actor actor,
            @PathVariable UUID mark,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestParam @Nullable String reason) {
        return journal.remove(actor, new Entry.RemoveMark(null, mark, Inputs.version(version), reason));
    }
}
