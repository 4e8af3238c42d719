package school.parta.migrations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings an external database to the schema of this release, as a command. Exit codes: 0 done, 1 the database refused or
 * could not be reached, 2 the environment lacks something.
 */
public final class Migrate {
    private static final List<String> NEEDED = List.of(
            "PARTA_DATABASE_URL",
            "PARTA_MIGRATIONS_USER",
            "PARTA_MIGRATIONS_PASSWORD",
            "PARTA_DATABASE_PASSWORD",
            "PARTA_DATABASE_HUB_PASSWORD",
            "PARTA_DATABASE_ERASE_PASSWORD");

    private Migrate() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        var missing = new ArrayList<>(NEEDED);
        missing.removeIf(name -> !environment.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            System.err.println("Not set: " + String.join(", ", missing));
            return 2;
        }
        try {
            return migrate(access(environment));
        } catch (IllegalArgumentException malformed) {
            System.err.println("PARTA_DATABASE_URL: " + malformed.getMessage());
            return 2;
        }
    }

    private static int migrate(Access access) {
        long start = System.nanoTime();
        try {
            int applied = Migrations.run(access);
            System.out.println(
                    "Schema complete, " + applied + " migrations applied in " + Timing.since(start) + " as " + access);
            return 0;
        } catch (SQLException | FlywayException | IllegalStateException failure) {
            System.err.println("Migrations failed as " + access + ": " + failure.getMessage());
            return 1;
        }
    }

    private static Access access(Map<String, String> environment) {
        var values =
                NEEDED.stream().map(name -> environment.getOrDefault(name, "")).toList();
        return new Access(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4), values.get(5));
    }
}
