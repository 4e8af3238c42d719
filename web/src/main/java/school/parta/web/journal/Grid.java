package school.parta.web.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.classes.TaughtSubject;
import school.parta.tenants.journal.JournalPage;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.school.JournalSettings;
import school.parta.web.layout.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * The class page as it is laid out.
 *
 * @param open the other pages that the actor may turn to
 * @param shown the lesson in the panel: the one asked for, today's, or the last before today
 */
public record Grid(
        String school,
        JournalPage page,
        JournalSettings settings,
        List<TaughtSubject> open,
        ZoneId zone,
        LocalDate today,
        @Nullable Lesson shown) {

    /** Lessons of one month that stand side by side. */
    public record Month(LocalDate first, int lessons) {}

    public static Grid of(
            String school,
            JournalPage page,
            JournalSettings settings,
            List<TaughtSubject> open,
            ZoneId zone,
            LocalDate today,
            @Nullable UUID asked) {
        return new Grid(school, page, settings, open, zone, today, shown(page.columns(), today, asked));
    }

    private static @Nullable Lesson shown(List<Lesson> columns, LocalDate today, @Nullable UUID asked) {
        Lesson found = columns.isEmpty() ? null : columns.getFirst();
        for (var lesson : columns) {
            if (lesson.id().equals(asked)) {
                return lesson;
            }
            var sameDay = found != null && found.date().equals(lesson.date());
            if (!lesson.date().isAfter(today) && !(sameDay && lesson.date().equals(today))) {
                found = lesson;
            }
        }
        return found;
    }

    /** The same with what was typed into the panel of a lesson. */
    Grid with(LessonForm form) {
        var typed = page.columns().stream()
                .filter(lesson -> lesson.id().equals(form.lesson()))
                .findFirst()
                .map(lesson -> new Lesson(
                        lesson.id(),
                        lesson.date(),
                        lesson.slot(),
                        lesson.startsAt(),
                        lesson.endsAt(),
                        lesson.subject(),
                        lesson.group(),
                        lesson.room(),
                        lesson.teacher(),
                        form.topic(),
                        form.assigned(),
                        lesson.version(),
                        lesson.mine()))
                .orElse(null);
        return new Grid(school, page, settings, open, zone, today, typed);
    }

    public String path() {
        return "/s/" + school + "/journal";
    }

    /** The address of a page in a period; the same view for everyone who may open it. */
    public String path(UUID group, UUID subject, UUID period) {
        return path() + "?group=" + group + "&subject=" + subject + "&period=" + period;
    }

    public String path(UUID period) {
        return path(page.group().id(), page.subject().id(), period);
    }

    public String path(Lesson lesson) {
        return path(page.period().id()) + "&lesson=" + lesson.id() + "#lesson";
    }

    public List<Month> months() {
        var months = new ArrayList<Month>();
        for (var lesson : page.columns()) {
            var last = months.isEmpty() ? null : months.getLast();
            if (last != null && last.first().getMonth() == lesson.date().getMonth()) {
                months.set(months.size() - 1, new Month(last.first(), last.lessons() + 1));
            } else {
                months.add(new Month(lesson.date(), 1));
            }
        }
        return months;
    }

    /** The periods of the same grades as the shown one. */
    public List<JournalSettings.Period> periods() {
        var grades = settings.periods().stream()
                .filter(period -> period.id().equals(page.period().id()))
                .map(JournalSettings.Period::grades)
                .findFirst()
                .orElse(List.of());
        return settings.periods().stream()
                .filter(period -> period.grades().equals(grades))
                .toList();
    }

    /** Absence codes and work types, as the script of the page reads them. */
    public String script() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("absences", settings.absenceCodes(), "workTypes", settings.workTypes()));
    }

    /** The values that keys may give. */
    public List<String> values() {
        return settings.scales().isEmpty()
                ? List.of()
                : settings.scales().getFirst().values();
    }

    /** The ids of the columns, written once for all rows. */
    public List<String> ids() {
        return page.columns().stream().map(lesson -> lesson.id().toString()).toList();
    }

    public List<String> classes() {
        return page.columns().stream().map(this::classes).toList();
    }

    public List<Boolean> writables() {
        return page.columns().stream().map(this::writable).toList();
    }

    /** What a column is: today's, the shown one, of this week, not to be typed into. */
    private String classes(Lesson lesson) {
        var classes = new StringJoiner(" ");
        if (lesson.date().equals(today)) {
            classes.add("today");
        }
        if (shown != null && lesson.id().equals(shown.id())) {
            classes.add("now");
        }
        if (sameWeek(lesson.date(), today)) {
            classes.add("week");
        }
        if (!writable(lesson)) {
            classes.add("fixed");
        }
        return classes.toString();
    }

    /** Whether a lesson that was held still lacks its topic. */
    public boolean gap(Lesson lesson) {
        return lesson.topic() == null && !lesson.date().isAfter(today);
    }

    /** Slot, time, room and teacher in one line. */
    public String about(Page frame, Lesson lesson) {
        var words = frame.words();
        var times = words.time(lesson.startsAt(), zone) + "–" + words.time(lesson.endsAt(), zone);
        var room = lesson.room() == null ? "" : " · " + words.say("pages.room", lesson.room());
        return words.say("pages.slot", lesson.slot()) + " · " + times + room + " · " + lesson.teacher();
    }

    /** The day the homework is due on; the next lesson's if none is set. */
    public LocalDate due(Lesson lesson) {
        if (lesson.homework() != null) {
            return lesson.homework().due();
        }
        return page.columns().stream()
                .map(Lesson::date)
                .filter(lesson.date()::isBefore)
                .findFirst()
                .orElse(lesson.date().plusDays(1));
    }

    /** The other pages by class, or by group where it mixes classes. */
    public Map<String, List<TaughtSubject>> openByClass() {
        return open.stream().collect(Collectors.groupingBy(Grid::className, LinkedHashMap::new, Collectors.toList()));
    }

    private static String className(TaughtSubject taught) {
        var schoolClass = taught.schoolClass();
        return (schoolClass == null ? taught.group() : schoolClass).name();
    }

    public boolean shows(TaughtSubject taught) {
        return taught.group().id().equals(page.group().id())
                && taught.subject().id().equals(page.subject().id());
    }

    /** Whether marks may be typed into a column. */
    public boolean writable(Lesson lesson) {
        return page.writable()
                && lesson.mine()
                && !page.period().closed()
                && !lesson.date().isAfter(today);
    }

    /** Why nothing can be typed: the key of the sentence, or null. */
    public @Nullable String fixed() {
        if (page.period().closed()) {
            return "pages.journal.closed";
        }
        return page.writable() ? null : "pages.journal.readOnly";
    }

    private static boolean sameWeek(LocalDate one, LocalDate other) {
        return one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                && one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR);
    }
}
