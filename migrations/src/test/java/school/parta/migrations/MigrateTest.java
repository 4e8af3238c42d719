package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command for external storage. */
class MigrateTest {
    @Test
    void missingVariableIsACallingMistake() {
        var environment = new HashMap<>(environment(Databases.empty()));
        environment.put("PARTA_DATABASE_HUB_PASSWORD", " ");
        assertThat(Migrate.run(environment)).isEqualTo(2);
    }

    @Test
    void malformedAddressIsACallingMistake() {
        var environment = new HashMap<>(environment(Databases.empty()));
        environment.put("PARTA_DATABASE_URL", "localhost:5432");
        assertThat(Migrate.run(environment)).isEqualTo(2);
    }

    @Test
    void wrongPasswordFails() {
        var environment = new HashMap<>(environment(Databases.empty()));
        environment.put("PARTA_MIGRATIONS_PASSWORD", "guessed");
        assertThat(Migrate.run(environment)).isEqualTo(1);
    }

    @Test
    void secondRunChangesNothing() throws Exception {
        Access access = Databases.empty();
        assertThat(Migrate.run(environment(access))).isZero();
        assertThat(Migrate.run(environment(access))).isZero();
        assertThat(Migrations.run(access)).isZero();
    }

    /** What is left after kill −9: the sessions are gone with all that they had not committed. */
    @Test
    void killedRunIsEndedByTheNextOne() throws Exception {
        Access access = Databases.empty();
        var killed = new Thread(() -> Migrate.run(environment(access)));
        killed.start();
        try (Connection connection = access.connect()) {
            while (killed.isAlive() && Query.rows(connection, """
                        select pg_terminate_backend(pid)
                        from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and query like '%create table%'""").isEmpty()) {
                Thread.onSpinWait();
            }
        }
        killed.join();
        assertThat(Migrate.run(environment(access))).isZero();
        assertThat(Migrations.run(access)).isZero();
    }

    private static Map<String, String> environment(Access access) {
        return Map.of(
                "PARTA_DATABASE_URL", access.url(),
                "PARTA_MIGRATIONS_USER", access.user(),
                "PARTA_MIGRATIONS_PASSWORD", access.password(),
                "PARTA_DATABASE_PASSWORD", access.app(),
                "PARTA_DATABASE_HUB_PASSWORD", access.hub(),
                "PARTA_DATABASE_ERASE_PASSWORD", access.erase());
    }
}
