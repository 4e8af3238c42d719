package school.parta.testing;

import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import school.parta.migrations.Access;

/**
 * A database that belongs to one test class.
 *
 * @param access as the administrator
 * @param url as the service is told
 * @param redis where Redis is
 */
public record TestDatabase(Access access, URI url, String redis) {

    /** The settings of a service that runs on it; embedded storage by name, so that demo accounts may sign in. */
    public Map<String, Object> properties() {
        return Map.of(
                "parta.database.url", url.toString(),
                "parta.database.password", access.app(),
                "parta.database.hub-password", access.hub(),
                "parta.database.erase-password", access.erase(),
                "parta.redis.url", redis,
                "parta.redis.prefix", url.getPath().substring(1),
                "parta.storage", "embedded");
    }

    /** Runs a statement as the administrator, past row-level security: for arranging and for looking. */
    public void execute(String sql) {
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the first row as text, past row-level security. */
    public String text(String sql) {
        try (var connection = access.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same as a number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }
}
