package school.parta.migrations;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Makes the roles and brings the schema to this release. What a killed run left undone, the next one does. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs everything that is missing.
     *
     * @return how many migrations were applied; 0 when the schema was up to date
     * @throws IllegalStateException when the schema is not complete afterwards
     */
    public static int run(Access access) throws SQLException {
        Roles.ensure(access);
        Flyway flyway = Flyway.configure()
                .dataSource(access.jdbcUrl(), access.user(), access.password())
                .initSql("set role " + Roles.OWNER)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .outputQueryResults(false)
                .connectRetries(3)
                .load();
        int applied = flyway.migrate().migrationsExecuted;
        var information = flyway.info();
        if (information.current() == null || information.pending().length > 0) {
            throw new IllegalStateException("The schema is not complete after its migrations");
        }
        return applied;
    }
}
