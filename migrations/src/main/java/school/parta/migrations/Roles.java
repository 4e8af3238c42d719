package school.parta.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The roles of the database: one owns the schema, three work with it. Safe to run again and by several nodes at once. */
final class Roles {
    static final String OWNER = "parta_owner";
    private static final String BUSY = "XX000";
    private static final String DUPLICATE = "42710";
    private static final String UNIQUE = "23505";
    private static final int ATTEMPTS = 20;

    private Roles() {}

    static void ensure(Access access) throws SQLException {
        try (Connection connection = access.connect()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    make(connection, access);
                    return;
                } catch (SQLException failure) {
                    if (attempt == ATTEMPTS || !raced(failure)) {
                        throw failure;
                    }
                }
            }
        }
    }

    private static void make(Connection connection, Access access) throws SQLException {
        login(connection, OWNER, null);
        login(connection, "parta_app", access.app());
        login(connection, "parta_hub", access.hub());
        login(connection, "parta_erase", access.erase());
        refusePower(connection);
        run(connection, """
            do $$
            begin
              if not pg_has_role(current_user, 'parta_owner', 'set') then
                execute format('grant parta_owner to %I with set true', current_user);
              end if;
              execute format('revoke all on database %I from public', current_database());
              execute format('grant connect, temporary on database %I to parta_owner', current_database());
              execute format('grant connect on database %I to parta_app, parta_hub, parta_erase', current_database());
            end
            $$""");
        run(connection, "grant usage, create on schema public to parta_owner");
        run(connection, "grant usage on schema public to parta_app, parta_hub, parta_erase");
        run(connection, "revoke create on schema public from public, parta_app, parta_hub, parta_erase");
    }

    /** Roles belong to the whole server: another database's start may touch the same rows at the same moment. */
    private static boolean raced(SQLException failure) {
        String state = failure.getSQLState();
        return BUSY.equals(state) || DUPLICATE.equals(state) || UNIQUE.equals(state);
    }

    private static void login(Connection connection, String role, @Nullable String password) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select case when exists (select from pg_roles where rolname = ?) then 'alter' else 'create' end
              || format(' role %I', ?::text)
              || case when ?::text is null then ' nologin' else format(' login password %L', ?::text) end""")) {
            statement.setString(1, role);
            statement.setString(2, role);
            statement.setString(3, password);
            statement.setString(4, password);
            try (var rows = statement.executeQuery()) {
                rows.next();
                run(connection, rows.getString(1));
            }
        }
    }

    private static void refusePower(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select string_agg(rolname, ', ')
                    from pg_roles
                    where rolname in ('parta_owner', 'parta_app', 'parta_hub', 'parta_erase')
                      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")) {
            rows.next();
            if (rows.getString(1) != null) {
                throw new IllegalStateException("These roles have more power than they may have: " + rows.getString(1));
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
