package school.parta.migrations.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The weekly plan of grades 1 to 11, close to the federal one for a six-day week (five days in grades 1 to 4). */
final class Curriculum {
    private static final int HOURS = 4;
    private static final int FIRST_SPLIT_GRADE = 5;

    /** Subject, department in grades 1–4, department in 5–11, kind, then the hours of grades 1 to 11. */
    private static final String PLAN = """
        Русский язык;primary;russian;class;5 5 5 5 5 6 4 3 3 3 3
        Литературное чтение;primary;primary;class;4 4 4 3 0 0 0 0 0 0 0
        Литература;russian;russian;class;0 0 0 0 3 3 2 2 3 3 3
        Иностранный язык (английский);english;english;halves;0 2 2 2 3 3 3 3 3 3 3
        Математика;primary;math;class;4 4 4 4 5 5 0 0 0 0 0
        Алгебра;math;math;class;0 0 0 0 0 0 3 3 3 4 4
        Геометрия;math;math;class;0 0 0 0 0 0 2 2 2 3 3
        Вероятность и статистика;math;math;class;0 0 0 0 0 0 1 1 1 1 1
        Информатика;informatics;informatics;class;0 0 0 0 1 0 1 1 1 1 1
        Окружающий мир;primary;primary;class;2 2 2 2 0 0 0 0 0 0 0
        История;history;history;class;0 0 0 0 2 2 2 2 2 2 2
        Обществознание;history;history;class;0 0 0 0 0 1 1 1 1 2 2
        ОДНКНР;history;history;class;0 0 0 0 1 1 0 0 0 0 0
        ОРКСЭ;primary;primary;pass;0 0 0 1 0 0 0 0 0 0 0
        География;geography;geography;class;0 0 0 0 1 1 2 2 2 1 1
        Биология;biology;biology;class;0 0 0 0 1 1 1 2 2 1 1
        Физика;physics;physics;class;0 0 0 0 0 0 2 2 3 3 3
        Химия;chemistry;chemistry;class;0 0 0 0 0 0 0 2 2 1 1
        Изобразительное искусство;primary;art;class;1 1 1 1 1 1 1 0 0 0 0
        Музыка;music;music;class;1 1 1 1 1 1 1 1 0 0 0
        Труд (технология);primary;labour;class;1 1 1 1 2 2 2 1 1 0 0
        Физическая культура;sport;sport;class;3 3 3 3 3 3 3 3 3 3 3
        ОБЗР;safety;safety;class;0 0 0 0 0 0 0 1 1 1 1
        Индивидуальный проект;history;history;pass;0 0 0 0 0 0 0 0 0 1 0
        """;

    private Curriculum() {}

    static List<Course> of(int grade) {
        var courses = new ArrayList<Course>();
        PLAN.lines().map(line -> line.split(";", -1)).forEach(fields -> {
            int hours = Integer.parseInt(fields[HOURS].split(" ", -1)[grade - 1]);
            if (hours > 0) {
                courses.add(
                        new Course(fields[0], fields[grade <= Form.LAST_PRIMARY ? 1 : 2], kind(fields, grade), hours));
            }
        });
        return courses;
    }

    static List<String> subjects() {
        return PLAN.lines().map(line -> line.substring(0, line.indexOf(';'))).toList();
    }

    static int hours(int grade) {
        return of(grade).stream().mapToInt(Course::hours).sum();
    }

    private static Course.Kind kind(String[] fields, int grade) {
        Course.Kind kind = Course.Kind.valueOf(fields[3].toUpperCase(Locale.ROOT));
        return kind == Course.Kind.HALVES && grade < FIRST_SPLIT_GRADE ? Course.Kind.CLASS : kind;
    }
}
