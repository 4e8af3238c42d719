package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Keeps a demo school going: periods that hold today, lessons through next week, nothing else touched. */
final class Extension {
    private static final double DENSITY = 0.35;

    private record Known(int id, ZoneId zone) {}

    private Extension() {}

    /** Extends every demo school and tells how many lessons were added. */
    static int run(Connection connection, Instant now) throws SQLException {
        int lessons = 0;
        for (Known school : schools(connection)) {
            School.enter(connection, school.id());
            LocalDate today = LocalDate.ofInstant(now, school.zone());
            int changed = reach(connection, school, today);
            int added = fill(connection, school, today, now);
            if (changed + added > 0) {
                Ledger.append(connection, school.id(), "timetable.extended", added);
            }
            lessons += added;
        }
        return lessons;
    }

    /** Moves the periods along and tells how many it touched. */
    private static int reach(Connection connection, Known school, LocalDate today) throws SQLException {
        int changed = 0;
        List<Term> known = Calendar.read(connection, school.id());
        for (Term.Kind kind : Term.Kind.values()) {
            List<Term> terms =
                    known.stream().filter(term -> term.kind() == kind).toList();
            for (Term term : Terms.reach(terms, today)) {
                write(connection, school.id(), term);
                changed++;
            }
        }
        Calendar.giveUpHolidays(connection, school.id());
        return changed + Calendar.close(connection, school.id(), today, school.zone(), deputy(connection, school.id()));
    }

    /** Plans on from the last lesson; after a long sleep from the period before, so that it is not empty. */
    private static int fill(Connection connection, Known school, LocalDate today, Instant now) throws SQLException {
        List<Term> quarters = Calendar.read(connection, school.id()).stream()
                .filter(term -> term.kind() == Term.Kind.QUARTER && !term.from().isAfter(today))
                .sorted(Comparator.comparing(Term::from).reversed())
                .toList();
        LocalDate earliest = quarters.get(Math.min(1, quarters.size() - 1)).from();
        LocalDate from =
                Terms.later(earliest, lastLesson(connection, school.id()).plusDays(1));
        LocalDate to = Terms.later(quarters.getFirst().to(), Terms.horizon(today));
        return from.isAfter(to) ? 0 : new Filling(school.id(), from, to, now, school.zone(), DENSITY).run(connection);
    }

    private static void write(Connection connection, int school, Term term) throws SQLException {
        if (term.id() == null) {
            Calendar.insert(connection, school, term);
        } else {
            Calendar.update(connection, school, term);
        }
    }

    private static List<Known> schools(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, time_zone from school where demo order by id")) {
            var schools = new ArrayList<Known>();
            while (rows.next()) {
                schools.add(new Known(rows.getInt(1), ZoneId.of(rows.getString(2))));
            }
            return schools;
        }
    }

    private static LocalDate lastLesson(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement("select max(day) from lesson where tenant_id = ?")) {
            statement.setInt(1, school);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, LocalDate.class);
            }
        }
    }

    private static UUID deputy(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select person
            from staff
            where tenant_id = ? and position = 'заместитель директора по УВР'""")) {
            statement.setInt(1, school);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }
}
