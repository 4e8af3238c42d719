package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A written demo school with the people that the demo accounts belong to.
 *
 * @param people who has an account, by login
 */
record DemoSchool(School school, LocalDate since, Map<String, Human> people) {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Set<Integer> AFTERNOON = Set.of(3, 6, 8);
    private static final double MARKS_A_DAY = 1.75;
    private static final double SIBLINGS = 0.1;
    private static final String MATHEMATICS = "Алгебра";

    /** Two shifts, grades 1 to 11, two classes each. */
    static DemoSchool town(Connection connection, Instant now) throws SQLException {
        var forms = new ArrayList<Form>();
        for (int grade = 1; grade <= 11; grade++) {
            int shift = AFTERNOON.contains(grade) ? 2 : 1;
            forms.add(new Form(grade, "А", shift, 24 + grade % 3));
            forms.add(new Form(grade, "Б", shift, 23 + grade % 4));
        }
        SchoolSpec spec = spec("school-65", "Школа № 65 (демо)", Blueprint.of(forms), now);
        Cast cast = new Cast(65, spec.start().atStartOfDay(ZONE).toInstant(), Terms.year(spec.today()));
        var population = new Population(spec.plan(), cast, SIBLINGS);
        var people = new TreeMap<String, Human>();
        families(spec.plan(), population, people);
        people.put("teacher", population.teachers().get(spec.plan().teacher("7А", MATHEMATICS)));
        people.put(
                "classteacher",
                population.teachers().get(spec.plan().heads().get(spec.plan().form("7А"))));
        List<Official> office = List.of(
                official("deputy", "заместитель директора по УВР", "f", cast, people),
                official("director", "директор", "f", cast, people),
                official("admin", "методист, администратор электронного журнала", "f", cast, people),
                official("sysadmin", "инженер-электроник", "m", cast, people),
                official("hr", "специалист по кадрам", "f", cast, people),
                official("secretary", "секретарь", "f", cast, people));
        return new DemoSchool(School.write(connection, spec, population, office, cast), spec.start(), people);
    }

    /** One shift, grades 5 to 11, one class each. */
    static DemoSchool lyceum(Connection connection, Instant now) throws SQLException {
        var forms = new ArrayList<Form>();
        for (int grade = 5; grade <= 11; grade++) {
            forms.add(new Form(grade, "А", 1, 20 + grade % 3));
        }
        SchoolSpec spec = spec("lyceum-69", "Лицей № 69 (демо)", Blueprint.of(forms), now);
        Cast cast = new Cast(69, spec.start().atStartOfDay(ZONE).toInstant(), Terms.year(spec.today()));
        var population = new Population(spec.plan(), cast, SIBLINGS);
        var people = new TreeMap<String, Human>();
        Human teacher = cast.adult(DemoAccounts.FAMILY, "Ирина", "Олеговна");
        population.teachers().set(spec.plan().teacher("8А", "География"), teacher);
        people.put("family", teacher);
        population.adopt(spec.plan().form("8А"), 0, cast.familyOf(teacher, DemoAccounts.FAMILY));
        people.put("teacher69", population.teachers().get(spec.plan().teacher("7А", MATHEMATICS)));
        people.put(
                "parent69", population.child(spec.plan().form("6А"), 0).family().first());
        List<Official> office = List.of(official("admin69", "заместитель директора по УВР", "f", cast, people));
        return new DemoSchool(School.write(connection, spec, population, office, cast), spec.start(), people);
    }

    private static void families(Blueprint plan, Population population, Map<String, Human> people) {
        Family parent = population.family(DemoAccounts.PARENT, "Анна", "Сергеевна");
        people.put("parent", parent.first());
        Child first = population.adopt(plan.form("7А"), 0, parent);
        people.put("pupil", first.human());
        population.adopt(plan.form("4Б"), 0, parent);
        Family family = population.family(DemoAccounts.FAMILY, "Ирина", "Олеговна");
        people.put("family", family.first());
        population.adopt(plan.form("5А"), 0, family);
        population.rename(
                plan.form("9Б"), 7, population.child(plan.form("7А"), 6).human());
        population.rename(
                plan.form("7Б"), 2, population.child(plan.form("7А"), 9).human());
    }

    private static SchoolSpec spec(String slug, String name, Blueprint plan, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        return new SchoolSpec(slug, name, ZONE, true, plan, Terms.lay(today), now, MARKS_A_DAY);
    }

    private static Official official(String login, String position, String sex, Cast cast, Map<String, Human> people) {
        Human human = cast.adult(sex);
        people.put(login, human);
        return new Official(position, human);
    }
}
