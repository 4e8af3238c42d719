package school.parta.migrations.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The timetable and the names that everything else is made of. */
class PlanTest {
    private static final List<Form> FORMS = Stream.iterate(1, grade -> grade <= 11, grade -> grade + 1)
            .flatMap(grade -> Stream.of(new Form(grade, "А", 1, 25), new Form(grade, "Б", grade % 3 / 2 + 1, 25)))
            .toList();
    private static final Blueprint PLAN = Blueprint.of(FORMS);

    @Test
    void noTeacherIsInTwoPlaces() {
        var seen = new HashSet<String>();
        for (Entry entry : PLAN.entries()) {
            int shift = FORMS.get(entry.load().form()).shift();
            String place = entry.load().teacher() + " " + shift + " " + entry.weekday() + " " + entry.slot();
            assertThat(seen.add(place)).as(place).isTrue();
        }
    }

    @Test
    void classHasOneLessonAtATimeOrItsTwoHalves() {
        var parts = new HashMap<String, HashSet<Load.Part>>();
        for (Entry entry : PLAN.entries()) {
            String time = entry.load().form() + " " + entry.weekday() + " " + entry.slot();
            assertThat(parts.computeIfAbsent(time, _ -> new HashSet<>())
                            .add(entry.load().part()))
                    .as(time)
                    .isTrue();
        }
        assertThat(parts.values())
                .allMatch(found ->
                        found.size() == 1 || found.equals(new HashSet<>(List.of(Load.Part.FIRST, Load.Part.SECOND))));
    }

    @Test
    void everyHourOfTheCurriculumIsInTheTimetable() {
        int expected = PLAN.loads().stream().mapToInt(Load::hours).sum();
        assertThat(PLAN.entries()).hasSize(expected);
        assertThat(PLAN.entries()).allMatch(entry -> entry.slot() <= 6);
    }

    @Test
    void subjectIsTaughtOnceADayAndMathematicsInSevenAEveryDay() {
        var seen = new HashSet<String>();
        var days = new HashSet<Integer>();
        int mathematician = PLAN.teacher("7А", "Алгебра");
        for (Entry entry : PLAN.entries()) {
            Load load = entry.load();
            assertThat(seen.add(load.form() + " " + load.part() + load.subject() + entry.weekday()))
                    .as("%s", entry)
                    .isTrue();
            if (load.teacher() == mathematician && load.form() == PLAN.form("7А")) {
                assertThat(days.add(entry.weekday())).isTrue();
            }
        }
        assertThat(days).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void surnamesAgreeWithTheSex() {
        assertThat(Names.female("Королёв")).isEqualTo("Королёва");
        assertThat(Names.female("Ильин")).isEqualTo("Ильина");
        assertThat(Names.female("Покровский")).isEqualTo("Покровская");
        assertThat(Names.female("Крамской")).isEqualTo("Крамская");
        assertThat(Names.female("Черных")).isEqualTo("Черных");
        assertThat(Names.female("Шевченко")).isEqualTo("Шевченко");
        assertThat(Names.female("Цой")).isEqualTo("Цой");
    }
}
