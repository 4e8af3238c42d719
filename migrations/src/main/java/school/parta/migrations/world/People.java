package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes persons, staff, pupils and who answers for whom. */
final class People {
    private static final Map<String, String> POSITIONS = Map.ofEntries(
            Map.entry("art", "учитель изобразительного искусства"),
            Map.entry("biology", "учитель биологии"),
            Map.entry("chemistry", "учитель химии"),
            Map.entry("english", "учитель английского языка"),
            Map.entry("geography", "учитель географии"),
            Map.entry("history", "учитель истории и обществознания"),
            Map.entry("informatics", "учитель информатики"),
            Map.entry("labour", "учитель труда"),
            Map.entry("math", "учитель математики"),
            Map.entry("music", "учитель музыки"),
            Map.entry("physics", "учитель физики"),
            Map.entry("russian", "учитель русского языка и литературы"),
            Map.entry("safety", "преподаватель-организатор ОБЗР"),
            Map.entry("sport", "учитель физической культуры"));

    private final Rows staff = new Rows("staff", "person uuid, position text, from_day date");
    private final Rows pupils = new Rows("pupil", "person uuid, file_number text");
    private final Rows guardianships =
            new Rows("guardianship", "guardian uuid, pupil uuid, kinship text, from_day date");
    private final Map<UUID, Human> persons = new LinkedHashMap<>();
    private final Map<Character, Integer> files = new HashMap<>();
    private final LocalDate start;

    private People(LocalDate start) {
        this.start = start;
    }

    static void write(Connection connection, int school, SchoolSpec spec, Population population, List<Official> office)
            throws SQLException {
        var people = new People(spec.start());
        List<String> departments = spec.plan().departments();
        for (int teacher = 0; teacher < departments.size(); teacher++) {
            String position = POSITIONS.getOrDefault(departments.get(teacher), "учитель начальных классов");
            people.employ(population.teachers().get(teacher), position);
        }
        office.forEach(official -> people.employ(official.human(), official.position()));
        population.classes().forEach(children -> children.forEach(people::enrol));
        people.insert(connection, school);
    }

    private void employ(Human human, String position) {
        persons.put(human.id(), human);
        staff.add(human.id(), position, start.minusYears(1));
    }

    private void enrol(Child child) {
        Human human = child.human();
        char letter = human.surname().charAt(0);
        persons.put(human.id(), human);
        pupils.add(human.id(), letter + "-" + files.merge(letter, 1, Integer::sum));
        for (Family.Guardian guardian : child.family().guardians()) {
            persons.put(guardian.human().id(), guardian.human());
            guardianships.add(guardian.human().id(), human.id(), guardian.kinship(), start);
        }
    }

    private void insert(Connection connection, int school) throws SQLException {
        var rows = new Rows("person", "id uuid, surname text, given_name text, patronymic text, sex text, born date");
        persons.values()
                .forEach(human -> rows.add(
                        human.id(), human.surname(), human.given(), human.patronymic(), human.sex(), human.born()));
        for (Rows table : List.of(rows, staff, pupils, guardianships)) {
            table.insert(connection, school);
        }
    }
}
