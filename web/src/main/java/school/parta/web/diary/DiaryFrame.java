package school.parta.web.diary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import school.parta.tenants.classes.Child;
import school.parta.tenants.diary.DiaryWeek;

/**
 * What stands around a diary: whose it is, who else may be chosen, and where today is.
 *
 * @param children whose diaries the actor switches between; only the shown pupil for staff
 */
public record DiaryFrame(String school, UUID pupil, List<Child> children, ZoneId zone, LocalDate today) {

    public String path() {
        return path(pupil);
    }

    public String path(UUID child) {
        return "/s/" + school + "/diary/" + child;
    }

    /** Name of the shown pupil; empty for staff, who come from elsewhere. */
    public String name() {
        return shown().map(Child::name).orElse("");
    }

    public String schoolClass() {
        return shown().map(Child::schoolClass).orElse("");
    }

    private Optional<Child> shown() {
        return children.stream().filter(child -> child.id().equals(pupil)).findFirst();
    }

    /** Which of the four colours stands for a child. */
    public int tint(UUID child) {
        var at = children.stream().map(Child::id).toList().indexOf(child);
        return Math.max(at, 0) % 4;
    }

    public boolean holdsToday(DiaryWeek week) {
        return week.week().equals(week(today));
    }

    /** The same week, so many weeks later. */
    public String later(DiaryWeek week, int weeks) {
        return week(week.days().getFirst().date().plusWeeks(weeks));
    }

    /** A day's week as addresses have it. */
    public static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public static int lessons(DiaryWeek week) {
        return week.days().stream().mapToInt(day -> day.lessons().size()).sum();
    }

    public static int marks(DiaryWeek week) {
        return week.days().stream()
                .flatMap(day -> day.lessons().stream())
                .mapToInt(lesson -> lesson.marks().size())
                .sum();
    }

    public static int absences(DiaryWeek week) {
        return (int) week.days().stream()
                .flatMap(day -> day.lessons().stream())
                .filter(lesson -> lesson.absence() != null)
                .count();
    }
}
