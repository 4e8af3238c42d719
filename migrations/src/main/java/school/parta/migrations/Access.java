package school.parta.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is and with which words one enters it.
 *
 * @param url in the form {@code postgresql://host:port/name}
 * @param user an administrator that may create roles and, on this database, everything
 * @param app password for {@code parta_app}
 * @param hub password for {@code parta_hub}
 * @param erase password for {@code parta_erase}
 */
public record Access(String url, String user, String password, String app, String hub, String erase) {
    public Access {
        if (!url.startsWith("postgresql://")) {
            throw new IllegalArgumentException("The database URL must have the form postgresql://host:port/name");
        }
    }

    /** A new connection of the administrator. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "parta-migrations");
        properties.setProperty("stringtype", "unspecified");
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    /** A new connection that acts as the owner of the schema, so that row-level security holds for it as well. */
    public Connection connectAsOwner() throws SQLException {
        Connection connection = connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set role " + Roles.OWNER);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * As {@link #connectAsOwner}, but, where the administrator may, without the check of every single reference: the
     * generators write only keys that the same statement has read, and the checks would take half of their time.
     */
    public Connection connectAsGenerator() throws SQLException {
        Connection connection = connect();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                select set_config('session_replication_role', 'replica', false)
                from pg_roles
                where rolname = current_user and rolsuper""");
            statement.execute("set role " + Roles.OWNER);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    String jdbcUrl() {
        return "jdbc:" + url;
    }

    /** Tells where, never with which password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
