package school.parta.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import school.parta.embedded.EmbeddedPostgres;

/** Fresh databases on one PostgreSQL that lives as long as the tests. */
public final class Databases {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** An empty database. */
    public static Access empty() {
        String name = "test_" + NUMBER.incrementAndGet();
        POSTGRES.createDatabase(name);
        String url = POSTGRES.jdbcUrl(name).substring("jdbc:".length());
        return new Access(url, POSTGRES.user(), POSTGRES.password(), "app'\"\\", "hub", "erase");
    }

    /** A database with the whole schema and no rows. */
    public static Access migrated() throws SQLException {
        Access access = empty();
        Migrations.run(access);
        return access;
    }

    private static EmbeddedPostgres start() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(
                    directory, Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
