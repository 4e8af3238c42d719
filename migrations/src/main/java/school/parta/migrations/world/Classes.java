package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes classes, their groups, who belongs to them from when to when, who teaches them and when in the week. */
final class Classes {
    private final Rows classes = new Rows("class", "id uuid, name text, grade int4, letter text, shift int4");
    private final Rows classMembers =
            new Rows("class_membership", "class uuid, pupil uuid, from_day date, until_day date");
    private final Rows heads = new Rows("class_teacher", "class uuid, staff uuid, from_day date");
    private final Rows groups = new Rows("study_group", "id uuid, name text, grade int4, class uuid, scale uuid");
    private final Rows groupMembers =
            new Rows("group_membership", "study_group uuid, pupil uuid, from_day date, until_day date");
    private final Rows loads = new Rows(
            "teaching_load", "id uuid, staff uuid, study_group uuid, subject uuid, hours_a_week int4, from_day date");
    private final Rows rooms = new Rows("room", "id uuid, name text, seats int4");
    private final Rows timetable = new Rows(
            "timetable_entry",
            "id uuid, weekday int4, slot int4, shift int4, study_group uuid, subject uuid, staff uuid, room uuid,"
                    + " from_day date");
    private final Map<String, UUID> groupIds = new HashMap<>();
    private final SchoolSpec spec;
    private final Population population;
    private final Dictionaries dictionaries;
    private final Cast cast;

    private Classes(SchoolSpec spec, Population population, Dictionaries dictionaries, Cast cast) {
        this.spec = spec;
        this.population = population;
        this.dictionaries = dictionaries;
        this.cast = cast;
    }

    static void write(
            Connection connection,
            int school,
            SchoolSpec spec,
            Population population,
            Dictionaries dictionaries,
            Cast cast)
            throws SQLException {
        var writer = new Classes(spec, population, dictionaries, cast);
        for (int form = 0; form < spec.plan().forms().size(); form++) {
            writer.add(form);
        }
        spec.plan().loads().forEach(writer::addLoad);
        writer.addTimetable();
        for (Rows rows : List.of(
                writer.classes,
                writer.classMembers,
                writer.heads,
                writer.groups,
                writer.groupMembers,
                writer.loads,
                writer.rooms,
                writer.timetable)) {
            rows.insert(connection, school);
        }
    }

    private void add(int place) {
        Form form = spec.plan().forms().get(place);
        UUID id = cast.id();
        classes.add(id, form.name(), form.grade(), form.letter(), form.shift());
        int head = spec.plan().heads().get(place);
        heads.add(id, population.teachers().get(head).id(), spec.start());
        for (Load load : spec.plan().loads()) {
            if (load.form() == place && !groupIds.containsKey(key(load))) {
                UUID group = cast.id();
                groupIds.put(key(load), group);
                groups.add(group, name(form, load), form.grade(), id, dictionaries.scale(form, load.part()));
            }
        }
        List<Child> children = population.classes().get(place);
        for (int number = 0; number < children.size(); number++) {
            join(id, place, number, children.get(number).human().id());
        }
    }

    private static String name(Form form, Load load) {
        return switch (load.part()) {
            case WHOLE -> form.name();
            case FIRST -> form.name() + " англ. 1";
            case SECOND -> form.name() + " англ. 2";
            case PASS -> form.name() + " " + load.subject();
        };
    }

    /** In every third class one child came later and one left; in every class one changed from one half to the other. */
    private void join(UUID id, int form, int number, UUID pupil) {
        boolean third = form % 3 == 1;
        LocalDate from = third && number == 4 ? spec.start().plusDays(20) : spec.start();
        LocalDate until = third && number == 5 ? spec.today().minusDays(10) : null;
        classMembers.add(id, pupil, from, until);
        for (Load.Part part : Load.Part.values()) {
            UUID group = groupIds.get(form + " " + part);
            if (group == null) {
                continue;
            }
            if (number == 3 && part == Load.Part.FIRST) {
                groupMembers.add(group, pupil, from, change().minusDays(1));
            } else if (number == 3 && part == Load.Part.SECOND) {
                groupMembers.add(group, pupil, change(), until);
            } else if (belongs(part, number)) {
                groupMembers.add(group, pupil, from, until);
            }
        }
    }

    private LocalDate change() {
        return spec.today().minusDays(12);
    }

    private static boolean belongs(Load.Part part, int number) {
        return switch (part) {
            case FIRST -> number % 2 == 0;
            case SECOND -> number % 2 == 1;
            case WHOLE, PASS -> true;
        };
    }

    private static String key(Load load) {
        return load.form() + " " + load.part();
    }

    private UUID group(Load load) {
        UUID group = groupIds.get(key(load));
        if (group == null) {
            throw new IllegalStateException("No group for " + load);
        }
        return group;
    }

    private void addLoad(Load load) {
        UUID teacher = population.teachers().get(load.teacher()).id();
        loads.add(cast.id(), teacher, group(load), dictionaries.subject(load.subject()), load.hours(), spec.start());
    }

    /** Each teacher has a room of their own, so two lessons never meet in one. */
    private void addTimetable() {
        List<UUID> roomIds = population.teachers().stream().map(_ -> cast.id()).toList();
        int halls = 0;
        for (int teacher = 0; teacher < roomIds.size(); teacher++) {
            boolean sport = spec.plan().departments().get(teacher).equals("sport");
            String name = sport ? "Спортзал " + ++halls : String.valueOf(100 * (1 + teacher / 14) + teacher % 14 + 1);
            rooms.add(roomIds.get(teacher), name, sport ? 60 : 30);
        }
        for (Entry entry : spec.plan().entries()) {
            Load load = entry.load();
            timetable.add(
                    cast.id(),
                    entry.weekday(),
                    entry.slot(),
                    spec.plan().forms().get(load.form()).shift(),
                    group(load),
                    dictionaries.subject(load.subject()),
                    population.teachers().get(load.teacher()).id(),
                    roomIds.get(load.teacher()),
                    spec.start());
        }
    }
}
