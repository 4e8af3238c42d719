package school.parta.web.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.parta.tenants.home.TeacherDay;
import school.parta.tenants.journal.Lesson;

/**
 * What stands around the lessons and classes of someone who works in a school.
 *
 * @param name of the account, as it is shown
 */
public record HomeFrame(String school, String name, ZoneId zone, LocalDate today, Instant now) {

    /** How one speaks to a person: without the surname. */
    public String address() {
        var parts = name.strip().split("\\s+", 2);
        return parts.length == 2 ? parts[1] : name;
    }

    public String path(Lesson lesson) {
        return "/s/" + school + "/journal?group=" + lesson.group().id() + "&subject="
                + lesson.subject().id() + "&period=current&lesson=" + lesson.id();
    }

    public String path(TeacherDay.ClassPage open) {
        return "/s/" + school + "/journal?group=" + open.group().id() + "&subject="
                + open.subject().id() + "&period=current";
    }

    public boolean running(Lesson lesson) {
        return !now.isBefore(lesson.startsAt()) && now.isBefore(lesson.endsAt());
    }

    public static Map<String, List<TeacherDay.ClassPage>> bySubject(List<TeacherDay.ClassPage> pages) {
        return pages.stream()
                .collect(Collectors.groupingBy(open -> open.subject().name(), LinkedHashMap::new, Collectors.toList()));
    }
}
