package school.parta.migrations.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shares the lessons of a school out among as many teachers as each department needs. */
final class Staffing {
    /** Hours a week that one teacher takes on; a full post is 18, most have more. */
    private static final int CAPACITY = 23;

    private final List<Form> forms;
    private final List<String> departments = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private final Map<Integer, Integer> hours = new HashMap<>();
    private final Map<String, List<Integer>> members = new TreeMap<>();

    private Staffing(List<Form> forms) {
        this.forms = forms;
    }

    static Staffing of(List<Form> forms) {
        var staffing = new Staffing(forms);
        staffing.hire();
        for (int form = 0; form < forms.size(); form++) {
            staffing.assign(form);
        }
        return staffing;
    }

    List<String> departments() {
        return departments;
    }

    List<Load> loads() {
        return loads;
    }

    /** One class teacher per class: who has most lessons there, leads no other class yet and is no mathematician. */
    List<Integer> heads() {
        var heads = new ArrayList<Integer>();
        for (int form = 0; form < forms.size(); form++) {
            heads.add(head(form, heads));
        }
        return heads;
    }

    private int head(int form, List<Integer> taken) {
        var candidates = new TreeMap<Integer, Integer>();
        loads.stream()
                .filter(load -> load.form() == form && !taken.contains(load.teacher()))
                .filter(load -> !departments.get(load.teacher()).equals("math"))
                .forEach(load -> candidates.merge(load.teacher(), load.hours(), Integer::sum));
        return candidates.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(() -> freeTeacher(taken));
    }

    private int freeTeacher(List<Integer> taken) {
        for (int teacher = 0; teacher < departments.size(); teacher++) {
            if (!taken.contains(teacher)) {
                return teacher;
            }
        }
        throw new IllegalStateException("More classes than teachers");
    }

    private void hire() {
        var needed = new TreeMap<String, Integer>();
        for (int form = 0; form < forms.size(); form++) {
            for (Course course : courses(form)) {
                int teachers = course.kind() == Course.Kind.HALVES ? 2 : 1;
                needed.merge(department(course, form), course.hours() * teachers, Integer::sum);
            }
        }
        needed.forEach((department, total) -> {
            int least = department.equals("english") ? 2 : 1;
            for (int count = Math.max(least, Math.ceilDiv(total, CAPACITY)); count > 0; count--) {
                members.computeIfAbsent(department, _ -> new ArrayList<>()).add(departments.size());
                departments.add(department);
            }
        });
    }

    private List<Course> courses(int form) {
        return Curriculum.of(forms.get(form).grade());
    }

    /** Each class of the primary school has a teacher of its own, a department of one. */
    private String department(Course course, int form) {
        return course.department().equals("primary")
                ? "primary " + forms.get(form).name()
                : course.department();
    }

    /** A class has one teacher for all that a department teaches it. */
    private void assign(int form) {
        var chosen = new HashMap<String, List<Integer>>();
        for (Course course : courses(form)) {
            List<Integer> teachers = chosen.computeIfAbsent(department(course, form), this::leastBusy);
            if (course.kind() == Course.Kind.HALVES) {
                add(new Load(form, Load.Part.FIRST, course.subject(), teachers.get(0), course.hours()));
                add(new Load(form, Load.Part.SECOND, course.subject(), teachers.get(1), course.hours()));
            } else {
                Load.Part part = course.kind() == Course.Kind.PASS ? Load.Part.PASS : Load.Part.WHOLE;
                add(new Load(form, part, course.subject(), teachers.get(0), course.hours()));
            }
        }
    }

    private List<Integer> leastBusy(String department) {
        return members.getOrDefault(department, List.of()).stream()
                .sorted(Comparator.comparing(teacher -> hours.getOrDefault(teacher, 0)))
                .toList();
    }

    private void add(Load load) {
        loads.add(load);
        hours.merge(load.teacher(), load.hours(), Integer::sum);
    }
}
