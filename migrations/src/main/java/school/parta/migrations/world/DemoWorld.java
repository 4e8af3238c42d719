package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** The two schools that everybody may look at: made at the first start, kept up to date at each later one. */
public final class DemoWorld {
    private static final long LOCK = 0x7061727461L;

    private DemoWorld() {}

    /**
     * Makes the demo world when it is missing, else adds lessons up to the end of the current period and through next week.
     *
     * @param connection of the owner of the schema, in autocommit
     * @param now the moment that decides what is past; the present but for tests
     * @return how many lessons were added
     */
    public static int ensure(Connection connection, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lock(connection);
            int lessons = exists(connection) ? Extension.run(connection, now) : make(connection, now);
            if (lessons > 0) {
                analyze(connection);
            }
            connection.commit();
            return lessons;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static int make(Connection connection, Instant now) throws SQLException {
        DemoSchool town = DemoSchool.town(connection, now);
        DemoSchool lyceum = DemoSchool.lyceum(connection, now);
        DemoAccounts.write(connection, town, lyceum);
        return town.school().lessons() + lyceum.school().lessons();
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Statistics now: the first visitors come before the database's own housekeeping does. */
    private static void analyze(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from school where demo)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
