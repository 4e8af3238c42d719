package school.parta.tenants.home;

import java.time.LocalDate;
import java.util.List;
import school.parta.tenants.journal.Group;
import school.parta.tenants.journal.Lesson;
import school.parta.tenants.journal.Subject;

/**
 * What a teacher meets after sign-in.
 *
 * @param today today in the school's time zone
 * @param lessons today's lessons in order, or those of the next school day when there are none today
 * @param lessonsOn the day the lessons are of
 * @param pages every class page the teacher may open
 */
public record TeacherDay(LocalDate today, LocalDate lessonsOn, List<Lesson> lessons, List<ClassPage> pages) {

    /**
     * A class page that may be opened.
     *
     * @param mine whether the actor teaches it
     */
    public record ClassPage(Group group, Subject subject, boolean mine) {}
}
