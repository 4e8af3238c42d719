package school.parta.platform.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** Open connections of one role. Only {@link Transactions} takes one. */
final class Pool implements AutoCloseable {

    /**
     * One plan a statement: every one of them finds few rows by its school and by ids, whoever asks, while planning one
     * for the values of each of the first five calls takes ten times as long as a call, on each new connection again.
     */
    private static final Map<String, String> SESSION = Map.of(
            "lock_timeout", "2s",
            "statement_timeout", "5s",
            "idle_in_transaction_session_timeout", "5s",
            "client_connection_check_interval", "1s",
            "plan_cache_mode", "force_generic_plan",
            "jit", "off");

    private final ConnectionPool connections;
    private final LoopResources loops;

    Pool(DatabaseSettings settings, String role, String password, int size) {
        // Own loops, never colocated: else all connections end up on the loop that opened them (r2dbc-pool 190).
        this.loops = LoopResources.create("sql-" + role, Runtime.getRuntime().availableProcessors(), true);
        var factory = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.url().getHost())
                .port(settings.url().getPort() < 0 ? 5432 : settings.url().getPort())
                .database(settings.url().getPath().substring(1))
                .username(role)
                .password(password)
                .applicationName("parta")
                .sslMode(SSLMode.fromValue(settings.sslMode()))
                .connectTimeout(Duration.ofSeconds(2))
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .loopResources(loops)
                .options(SESSION)
                .build());
        this.connections = new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .name(role)
                .initialSize(0)
                .maxSize(size)
                .maxIdleTime(Duration.ofMinutes(10))
                .maxCreateConnectionTime(Duration.ofSeconds(3))
                .maxAcquireTime(Duration.ofSeconds(4))
                .acquireRetry(1)
                .validationDepth(ValidationDepth.LOCAL)
                .build());
    }

    Mono<Connection> acquire() {
        return connections.create();
    }

    ConnectionFactoryMetadata metadata() {
        return connections.getMetadata();
    }

    int acquired() {
        return connections.getMetrics().map(metrics -> metrics.acquiredSize()).orElse(0);
    }

    int idle() {
        return connections.getMetrics().map(metrics -> metrics.idleSize()).orElse(0);
    }

    @Override
    public void close() {
        connections.dispose();
        loops.dispose();
    }
}
