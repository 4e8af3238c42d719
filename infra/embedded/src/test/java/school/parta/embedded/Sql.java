package school.parta.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL as superuser in the database {@code parta}. */
final class Sql {

    private Sql() {}

    static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("parta");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("parta");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
