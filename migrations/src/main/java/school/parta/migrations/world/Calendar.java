package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes and reads school years, periods and holidays. */
final class Calendar {
    static final String HOLIDAYS = "Каникулы";
    private static final int LONGEST_HOLIDAYS = 20;
    private static final Map<MonthDay, String> FEASTS = Map.of(
            MonthDay.of(2, 23), "День защитника Отечества",
            MonthDay.of(3, 8), "Международный женский день",
            MonthDay.of(5, 1), "Праздник Весны и Труда",
            MonthDay.of(5, 9), "День Победы",
            MonthDay.of(6, 12), "День России",
            MonthDay.of(11, 4), "День народного единства");

    private Calendar() {}

    static void write(Connection connection, int school, SchoolSpec spec, UUID closedBy) throws SQLException {
        for (Term term : spec.terms()) {
            insert(connection, school, term);
        }
        var rows = new Rows("calendar_day", "day date, kind text, name text");
        free(spec).forEach((day, name) -> rows.add(day, "holiday", name));
        rows.insert(connection, school);
        close(connection, school, spec.today(), spec.zone(), closedBy);
    }

    /** Holidays between periods and public holidays gone by; a coming one would leave somebody's today without lessons. */
    private static Map<LocalDate, String> free(SchoolSpec spec) {
        var days = new TreeMap<LocalDate, String>();
        for (LocalDate day = spec.start(); day.isBefore(spec.today()); day = day.plusDays(1)) {
            if (isFeast(day)) {
                days.put(day, FEASTS.getOrDefault(MonthDay.from(day), HOLIDAYS));
            }
        }
        List<Term> quarters = spec.terms().stream()
                .filter(term -> term.kind() == Term.Kind.QUARTER)
                .toList();
        for (int place = 1; place < quarters.size(); place++) {
            LocalDate from = quarters.get(place - 1).to().plusDays(1);
            LocalDate to = quarters.get(place).from();
            if (from.plusDays(LONGEST_HOLIDAYS).isAfter(to)) {
                from.datesUntil(to).forEach(day -> days.put(day, HOLIDAYS));
            }
        }
        return days;
    }

    static boolean isFeast(LocalDate day) {
        return FEASTS.containsKey(MonthDay.from(day));
    }

    static void insert(Connection connection, int school, Term term) throws SQLException {
        year(connection, school, term);
        try (var statement = connection.prepareStatement("""
            insert into period (tenant_id, school_year, name, kind, from_grade, to_grade, from_day, to_day)
            select tenant_id, id, ?, ?, ?, ?, ?, ?
            from school_year
            where tenant_id = ? and name = ?""")) {
            statement.setString(1, term.name());
            statement.setString(2, term.kind().code);
            statement.setInt(3, term.kind().fromGrade);
            statement.setInt(4, term.kind().toGrade);
            statement.setObject(5, term.from());
            statement.setObject(6, term.to());
            statement.setInt(7, school);
            statement.setString(8, yearName(term));
            statement.executeUpdate();
        }
    }

    /** The school year lasts from 1 September to 31 May, longer when one of its periods does. */
    private static void year(Connection connection, int school, Term term) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into school_year as y (tenant_id, name, from_day, to_day)
            values (?, ?, least(?::date, ?::date), greatest(?::date, ?::date))
            on conflict (tenant_id, name) do update
            set from_day = least(y.from_day, excluded.from_day), to_day = greatest(y.to_day, excluded.to_day)""")) {
            statement.setInt(1, school);
            statement.setString(2, yearName(term));
            statement.setObject(3, LocalDate.of(term.year(), 9, 1));
            statement.setObject(4, term.from());
            statement.setObject(5, LocalDate.of(term.year() + 1, 5, 31));
            statement.setObject(6, term.to());
            statement.executeUpdate();
        }
    }

    static void update(Connection connection, int school, Term term) throws SQLException {
        year(connection, school, term);
        try (var statement = connection.prepareStatement("""
            update period
            set from_day = ?, to_day = ?
            where tenant_id = ? and id = ?""")) {
            statement.setObject(1, term.from());
            statement.setObject(2, term.to());
            statement.setInt(3, school);
            statement.setObject(4, term.id());
            statement.executeUpdate();
        }
    }

    /** Days that a longer period has taken in are no holidays any more. */
    static void giveUpHolidays(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement("""
            delete from calendar_day c
            where tenant_id = ? and name = ? and exists (
              select from period p
              where p.tenant_id = c.tenant_id and p.kind = 'quarter' and c.day between p.from_day and p.to_day)""")) {
            statement.setInt(1, school);
            statement.setString(2, HOLIDAYS);
            statement.executeUpdate();
        }
    }

    /** Closes what ended before today, two days after its end as a deputy head does; tells how many. */
    static int close(Connection connection, int school, LocalDate today, ZoneId zone, UUID closedBy)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
            update period
            set closed_at = least((to_day + 2 + time '15:00') at time zone ?, (?::date + time '00:00') at time zone ?),
              closed_by = ?
            where tenant_id = ? and to_day < ? and closed_at is null""")) {
            statement.setString(1, zone.getId());
            statement.setObject(2, today);
            statement.setString(3, zone.getId());
            statement.setObject(4, closedBy);
            statement.setInt(5, school);
            statement.setObject(6, today);
            return statement.executeUpdate();
        }
    }

    static List<Term> read(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select p.id, p.name, p.kind, left(y.name, 4)::int, p.from_day, p.to_day
            from period p
            join school_year y on y.tenant_id = p.tenant_id and y.id = p.school_year
            where p.tenant_id = ?
            order by p.from_day""")) {
            statement.setInt(1, school);
            try (var rows = statement.executeQuery()) {
                var terms = new ArrayList<Term>();
                while (rows.next()) {
                    Term.Kind kind = Term.Kind.of(rows.getString(3));
                    terms.add(new Term(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            kind,
                            rows.getInt(4),
                            rows.getObject(5, LocalDate.class),
                            rows.getObject(6, LocalDate.class)));
                }
                return terms;
            }
        }
    }

    private static String yearName(Term term) {
        return term.year() + "/" + (term.year() + 1) % 100;
    }
}
