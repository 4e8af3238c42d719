package school.parta.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The pair of servers of this process.
 *
 * @param properties what the service needs to reach them
 */
record Servers(EmbeddedPostgres postgres, EmbeddedRedis redis, Map<String, Object> properties) {

    private static @Nullable Servers running;

    /** Those that run already, else started on that directory. */
    static synchronized Servers running(Path directory, Log log) {
        if (running == null) {
            Servers started = start(directory, log);
            // These handlers run when all contexts are closed: until then the service may write.
            SpringApplication.getShutdownHandlers().add(started::stop);
            running = started;
        }
        return running;
    }

    private static Servers start(Path directory, Log log) {
        Programs programs = Programs.in(directory.resolve("programs"));
        Secrets secrets = Secrets.in(directory);
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(directory.resolve("postgresql"), programs, secrets, Map.of(), log);
        try {
            postgres.createDatabase("parta");
            EmbeddedRedis redis =
                    EmbeddedRedis.start(directory.resolve("redis"), programs, secrets.password("redis"), log);
            return new Servers(postgres, redis, properties(postgres, redis, secrets));
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    private static Map<String, Object> properties(EmbeddedPostgres postgres, EmbeddedRedis redis, Secrets secrets) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("parta.storage", "embedded");
        properties.put("parta.database.url", "postgresql://%s:%d/parta".formatted(postgres.host(), postgres.port()));
        properties.put("parta.database.password", secrets.password("parta_app"));
        properties.put("parta.database.hub-password", secrets.password("parta_hub"));
        properties.put("parta.database.erase-password", secrets.password("parta_erase"));
        properties.put("parta.migrations.user", postgres.user());
        properties.put("parta.migrations.password", postgres.password());
        properties.put("parta.migrations.on-start", "true");
        properties.put("parta.redis.url", redis.url());
        return properties;
    }

    private void stop() {
        redis.close();
        postgres.close();
    }
}
