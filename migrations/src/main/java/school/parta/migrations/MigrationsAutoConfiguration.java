package school.parta.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import school.parta.migrations.world.DemoWorld;

/** Runs roles, migrations and demo world while the context is built, when {@code parta.migrations.on-start} says so. */
@AutoConfiguration
@ConditionalOnProperty(name = "parta.migrations.on-start", havingValue = "true")
public class MigrationsAutoConfiguration {
    private static final Log LOG = LogFactory.getLog(MigrationsAutoConfiguration.class);

    /** Blocks until the database may be used; a failure ends the start. */
    @Bean(DatabaseReady.NAME)
    @Lazy(false)
    DatabaseReady databaseReady(Environment environment) throws SQLException {
        Access access = access(environment);
        long start = System.nanoTime();
        int applied = Migrations.run(access);
        LOG.info("Schema complete, " + applied + " migrations applied in " + Timing.since(start));
        if ("embedded".equals(environment.getProperty("parta.storage"))) {
            demo(access);
        }
        return new DatabaseReady(applied);
    }

    private static void demo(Access access) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = access.connectAsGenerator()) {
            int lessons = DemoWorld.ensure(connection, Clock.systemUTC().instant());
            LOG.info("Demo world ready, " + lessons + " lessons added in " + Timing.since(start));
        }
        LOG.warn("""

            *******************************************************************************
            *  DEMO ACCOUNTS are open here: password parta-demo-2026, no second factor.   *
            *  Do not put real data here.                                                 *
            *******************************************************************************""");
    }

    private static Access access(Environment environment) {
        return new Access(
                environment.getRequiredProperty("parta.database.url"),
                environment.getRequiredProperty("parta.migrations.user"),
                environment.getRequiredProperty("parta.migrations.password"),
                environment.getRequiredProperty("parta.database.password"),
                environment.getRequiredProperty("parta.database.hub-password"),
                environment.getRequiredProperty("parta.database.erase-password"));
    }
}
