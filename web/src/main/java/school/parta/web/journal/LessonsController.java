package school.parta.web.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.journal.AbsentPupil;
import school.parta.tenants.journal.DayLessons;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.Homework;
import school.parta.tenants.journal.Journal;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.journal.Register;
import school.parta.web.http.Patch;

@RestController
@RequestMapping("/api/v1/schools/{school}/lessons")
class LessonsController {

    private final Journal journal;

    LessonsController(Journal journal) {
        this.journal = journal;
    }

    record Attendance(
            @Nullable List<@Nullable Line> absences,
            @Nullable String reason) {

        record Line(
                @Nullable UUID pupil,
                @Nullable String code,
                @Nullable Integer minutes) {}

        List<AbsentPupil> absent() {
            var named = new LinkedHashMap<UUID, AbsentPupil>();
            var place = 0;
            for (var line : Inputs.given(absences, "/absences")) {
                var at = "/absences/" + place++;
                var given = Inputs.given(line, at);
                var pupil = Inputs.given(given.pupil(), at + "/pupil");
                var absent = new AbsentPupil(pupil, Inputs.given(given.code(), at + "/code"), given.minutes());
                if (named.put(pupil, absent) != null) {
                    throw new PupilNamedTwice(at + "/pupil");
                }
            }
            return List.copyOf(named.values());
        }
    }

    /** What is left out stays as it is; null takes it away. */
    record LessonPatch(
            @Nullable Patch<String> topic,
            @Nullable Patch<Task> homework,
            @Nullable String reason) {

        record Task(
                @Nullable String text,
                @Nullable LocalDate due,
                @Nullable Integer minutes) {

            Homework homework() {
                return new Homework(Inputs.given(text, "/homework/text"), Inputs.given(due, "/homework/due"), minutes);
            }
        }

        List<Entry> entries(UUID lesson, @Nullable Integer base) {
            var entries = new ArrayList<Entry>();
            if (topic != null) {
                entries.add(new Entry.SetTopic(null, lesson, topic.value(), base, reason));
            }
            if (homework != null) {
                var task = homework.value();
                entries.add(new Entry.SetHomework(null, lesson, task == null ? null : task.homework(), base, reason));
            }
            return entries;
        }
    }

    @Access(Resource.TIMETABLE)
    @GetMapping
    Mono<DayLessons> lessons(
            Actor actor, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return journal.lessons(actor, date);
    }

    @Access(value = Resource.ATTENDANCE, action = Action.WRITE)
    @PutMapping("/{lesson}/attendance")
    Mono<Register> register(Actor actor, @PathVariable UUID lesson, @RequestBody Attendance body) {
        return journal.register(actor, lesson, body.absent(), body.reason());
    }

    @Access(value = Resource.TOPICS_AND_HOMEWORK, action = Action.WRITE)
    @PatchMapping("/{lesson}")
    Mono<Lesson> note(
            Actor actor,
            @PathVariable UUID lesson,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody LessonPatch body) {
        var base = version == null ? null : Inputs.version(version);
        return journal.note(actor, lesson, body.entries(lesson, base));
    }
}
