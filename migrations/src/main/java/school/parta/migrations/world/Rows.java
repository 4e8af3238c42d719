package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table on their way into a school, in one statement. */
final class Rows {
    private final String sql;
    private final List<String> types = new ArrayList<>();
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /**
     * Prepares for a table.
     *
     * @param columns name and type of each column but {@code tenant_id}, as in {@code "id uuid, name text"}
     */
    Rows(String table, String columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns.split(", ", -1)) {
            int space = column.indexOf(' ');
            names.add(column.substring(0, space));
            types.add(column.substring(space + 1));
            this.columns.add(new ArrayList<>());
        }
        String arrays = types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        sql = "insert into " + table + " (tenant_id, " + String.join(", ", names) + ") select ?, r.* from unnest("
                + arrays + ") r";
    }

    Rows add(@Nullable Object... values) {
        for (int column = 0; column < values.length; column++) {
            columns.get(column).add(values[column]);
        }
        return this;
    }

    void insert(Connection connection, int school) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, school);
            for (int column = 0; column < types.size(); column++) {
                statement.setArray(
                        column + 2,
                        connection.createArrayOf(
                                types.get(column), columns.get(column).toArray()));
            }
            statement.executeUpdate();
        }
    }
}
