package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells a school's ledger that the generator was here. */
final class Ledger {
    private static final String EVERYBODY = "family:school staff:school";

    private Ledger() {}

    static void open(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement("insert into ledger_head (tenant_id) values (?)")) {
            statement.setInt(1, school);
            statement.executeUpdate();
        }
    }

    /** One row for all that the transaction made; the last thing before its commit. */
    static void append(Connection connection, int school, String kind, int lessons) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select ledger_append(?, null, 'SYSTEM', null, array[?], array[null::uuid], array[null::uuid],
              array[null::uuid], array[null::uuid], array[null::date], array[null::uuid], array[?], array[null::text],
              array[?], '{}', '{}', '{}', '{}')""")) {
            statement.setInt(1, school);
            statement.setString(2, kind);
            statement.setString(3, EVERYBODY);
            statement.setString(4, "{\"after\":{\"lessons\":" + lessons + "}}");
            statement.execute();
        }
    }
}
