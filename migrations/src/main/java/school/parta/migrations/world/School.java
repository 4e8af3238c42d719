package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A school that has been written.
 *
 * @param id number of the tenant
 * @param lessons how many lessons it has
 */
record School(int id, int lessons) {
    /** Days of school in a week. */
    private static final double DAYS = 6;

    /**
     * Writes a school with all its past; the caller commits.
     *
     * @param office who works there without teaching; the first one closes the periods
     */
    static School write(Connection connection, SchoolSpec spec, Population population, List<Official> office, Cast cast)
            throws SQLException {
        int school = found(connection, spec);
        enter(connection, school);
        Ledger.open(connection, school);
        try (var statement = connection.prepareStatement("insert into school_setting (tenant_id) values (?)")) {
            statement.setInt(1, school);
            statement.executeUpdate();
        }
        Dictionaries dictionaries = Dictionaries.write(connection, school, cast);
        People.write(connection, school, spec, population, office);
        Calendar.write(connection, school, spec, office.getFirst().human().id());
        Classes.write(connection, school, spec, population, dictionaries, cast);
        int lessons = new Filling(
                        school,
                        spec.start(),
                        spec.end(),
                        spec.now(),
                        spec.zone(),
                        spec.marksADay() / lessonsADay(spec.plan().forms()))
                .run(connection);
        Ledger.append(connection, school, "world.generated", lessons);
        return new School(school, lessons);
    }

    /** Lets the transaction act inside the school. */
    static void enter(Connection connection, int school) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant = " + school);
        }
    }

    static double lessonsADay(List<Form> forms) {
        return forms.stream()
                        .mapToInt(form -> Curriculum.hours(form.grade()))
                        .average()
                        .orElseThrow()
                / DAYS;
    }

    private static int found(Connection connection, SchoolSpec spec) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into school (slug, name, region, time_zone, demo)
            values (?, ?, 'Демонстрационный район', ?, ?)
            returning id""")) {
            statement.setString(1, spec.slug());
            statement.setString(2, spec.name());
            statement.setString(3, spec.zone().getId());
            statement.setBoolean(4, spec.demo());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
