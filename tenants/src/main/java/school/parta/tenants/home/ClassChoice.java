package school.parta.tenants.home;

import java.util.List;

/** The classes whose journal the actor may open, from the youngest. */
public record ClassChoice(List<OfClass> classes) {

    /**
     * A class with its pages.
     *
     * @param name of the class, or of a group that belongs to several
     */
    public record OfClass(String name, List<TeacherDay.ClassPage> pages) {}
}
