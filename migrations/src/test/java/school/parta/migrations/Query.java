package school.parta.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions to a database in one line. */
public final class Query {
    private Query() {}

    /** Every row, its columns joined by a space. */
    public static List<String> rows(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setObject(place + 1, parameters[place]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    var fields = new ArrayList<@Nullable String>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        fields.add(rows.getString(column));
                    }
                    found.add(String.join(" ", fields));
                }
                return found;
            }
        }
    }

    /** The number in the one row that there is. */
    public static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return Long.parseLong(rows(connection, sql, parameters).getFirst());
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The state with which the database refuses the statement; the transaction goes on. */
    static String refusal(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("savepoint attempt");
            try {
                statement.execute(sql);
                return "not refused";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                statement.execute("rollback to attempt");
            }
        }
    }
}
