package school.parta.migrations.world;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every school must agree on before the first lesson: scales, work types, absence codes, bells and subjects.
 *
 * @param subjects id of each subject by its name
 */
record Dictionaries(UUID points, UUID pass, Map<String, UUID> subjects) {
    private static final String WORK_TYPES = """
        Ответ на уроке;1
        Домашняя работа;1
        Самостоятельная работа;2
        Контрольная работа;3
        Диктант;2
        Лабораторная работа;2
        Проект;2
        Тест;1.5
        """;

    private static final String ABSENCE_CODES = """
        н;отсутствует, причина неизвестна;unknown
        б;болезнь;ill
        уп;уважительная причина;excused
        нп;неуважительная причина;unexcused
        оп;опоздание;late
        осв;освобождение;exempt
        """;

    private static final List<LocalTime> MORNING = times("08:00 08:55 09:55 10:55 11:50 12:45");
    private static final List<LocalTime> AFTERNOON = times("13:45 14:40 15:40 16:40 17:35 18:30");
    private static final int MINUTES = 45;

    static Dictionaries write(Connection connection, int school, Cast cast) throws SQLException {
        var dictionaries = new Dictionaries(cast.id(), cast.id(), new TreeMap<>());
        Curriculum.subjects().forEach(name -> dictionaries.subjects().put(name, cast.id()));
        for (Rows rows : List.of(
                dictionaries.subjectRows(),
                dictionaries.scaleRows(),
                dictionaries.valueRows(),
                workTypeRows(cast),
                absenceRows(),
                bellRows())) {
            rows.insert(connection, school);
        }
        return dictionaries;
    }

    /** The scale that a group is judged by; none in grade 1. */
    @Nullable
    UUID scale(Form form, Load.Part part) {
        if (form.grade() == 1) {
            return null;
        }
        return part == Load.Part.PASS ? pass : points;
    }

    UUID subject(String name) {
        UUID id = subjects.get(name);
        if (id == null) {
            throw new IllegalArgumentException("No subject " + name);
        }
        return id;
    }

    private Rows subjectRows() {
        var rows = new Rows("subject", "id uuid, name text");
        subjects.forEach((name, id) -> rows.add(id, name));
        return rows;
    }

    private Rows scaleRows() {
        return new Rows("scale", "id uuid, name text").add(points, "5-балльная").add(pass, "зачёт");
    }

    private Rows valueRows() {
        return new Rows("scale_value", "scale uuid, value text, number numeric, position int4, from_average numeric")
                .add(points, "5", number("5"), 1, number("4.5"))
                .add(points, "4", number("4"), 2, number("3.5"))
                .add(points, "3", number("3"), 3, number("2.5"))
                .add(points, "2", number("2"), 4, number("0"))
                .add(points, "1", number("1"), 5, null)
                .add(points, "н/а", null, 6, null)
                .add(pass, "зач", null, 1, null)
                .add(pass, "нез", null, 2, null);
    }

    private static Rows workTypeRows(Cast cast) {
        var rows = new Rows("work_type", "id uuid, name text, weight numeric, position int4");
        List<String> lines = WORK_TYPES.lines().toList();
        for (int place = 0; place < lines.size(); place++) {
            String[] fields = lines.get(place).split(";", -1);
            rows.add(cast.id(), fields[0], number(fields[1]), place + 1);
        }
        return rows;
    }

    private static Rows absenceRows() {
        var rows = new Rows("absence_code", "code text, name text, kind text, position int4");
        List<String> lines = ABSENCE_CODES.lines().toList();
        for (int place = 0; place < lines.size(); place++) {
            String[] fields = lines.get(place).split(";", -1);
            rows.add(fields[0], fields[1], fields[2], place + 1);
        }
        return rows;
    }

    private static Rows bellRows() {
        var rows = new Rows("bell", "shift int4, slot int4, starts_at time, ends_at time");
        for (int slot = 0; slot < MORNING.size(); slot++) {
            LocalTime morning = MORNING.get(slot);
            LocalTime afternoon = AFTERNOON.get(slot);
            rows.add(1, slot + 1, morning, morning.plusMinutes(MINUTES));
            rows.add(2, slot + 1, afternoon, afternoon.plusMinutes(MINUTES));
        }
        return rows;
    }

    private static List<LocalTime> times(String text) {
        return List.of(text.split(" ", -1)).stream().map(LocalTime::parse).toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
