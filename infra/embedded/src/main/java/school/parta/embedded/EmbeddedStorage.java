package school.parta.embedded;

import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives the service a PostgreSQL and a Redis of its own when neither {@code parta.database.url} nor
 * {@code parta.redis.url} is set. The servers are shared by all contexts of the process and stop after the last of them.
 */
public final class EmbeddedStorage implements EnvironmentPostProcessor, Ordered {

    private static final String DATABASE = "parta.database.url";
    private static final String REDIS = "parta.redis.url";

    private final Log log;

    public EmbeddedStorage(DeferredLogFactory logs) {
        this.log = logs.getLog(EmbeddedStorage.class);
    }

    /** After the configuration files, which may name external servers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean database = StringUtils.hasText(environment.getProperty(DATABASE));
        boolean redis = StringUtils.hasText(environment.getProperty(REDIS));
        if (database != redis) {
            throw oneOfTwo(
                    database ? "PARTA_DATABASE_URL" : "PARTA_REDIS_URL",
                    database ? "PARTA_REDIS_URL" : "PARTA_DATABASE_URL");
        }
        if (!database) {
            Servers servers = Servers.running(VarDirectory.of(environment.getProperty("parta.var")), log);
            environment.getPropertySources().addFirst(new MapPropertySource("embeddedStorage", servers.properties()));
        }
    }

    private static EmbeddedServerFailed oneOfTwo(String given, String missing) {
        return new EmbeddedServerFailed(
                given + " is set, but " + missing + " is not.",
                "Set " + missing + " too, or neither of them to run on embedded servers.");
    }
}
