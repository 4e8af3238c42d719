package school.parta.testing;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import school.parta.embedded.EmbeddedPostgres;
import school.parta.embedded.EmbeddedRedis;
import school.parta.migrations.Access;
import school.parta.migrations.Migrations;
import school.parta.migrations.world.DemoWorld;

/**
 * One PostgreSQL and one Redis for all tests of a module: containers where there is Docker, the embedded servers
 * elsewhere. A template database is migrated and filled with the demo world once.
 */
public final class TestServers {

    private static final String TEMPLATE = "parta_template";
    private static final Path DIRECTORY = Path.of("target", "servers").toAbsolutePath();
    private static final TestServers INSTANCE = new TestServers();

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String redis;

    private TestServers() {
        if (docker()) {
            var postgres = new PostgreSQLContainer("postgres:18.6");
            postgres.start();
            host = postgres.getHost();
            port = postgres.getMappedPort(5432);
            user = postgres.getUsername();
            password = postgres.getPassword();
            var container = new GenericContainer<>("redis:7.4").withExposedPorts(6379);
            container.start();
            redis = "redis://" + container.getHost() + ":" + container.getMappedPort(6379);
        } else {
            var postgres = EmbeddedPostgres.start(DIRECTORY.resolve("postgres"));
            var server = EmbeddedRedis.start(DIRECTORY.resolve("redis"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                postgres.close();
            }));
            host = postgres.host();
            port = postgres.port();
            user = postgres.user();
            password = postgres.password();
            redis = server.url();
        }
        fillTemplate();
    }

    public static TestServers running() {
        return INSTANCE;
    }

    private static boolean docker() {
        return System.getenv("DOCKER_HOST") != null
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private void fillTemplate() {
        try {
            statement("drop database if exists " + TEMPLATE + " with (force)");
            statement("create database " + TEMPLATE);
            var access = access(TEMPLATE);
            Migrations.run(access);
            try (var owner = access.connectAsOwner()) {
                DemoWorld.ensure(owner, Clock.systemUTC().instant());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A database of its own, a copy of the template; it goes with the servers' directory. */
    public TestDatabase database() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            statement("create database " + name + " template " + TEMPLATE);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestDatabase(access(name), URI.create("postgresql://" + host + ":" + port + "/" + name), redis);
    }

    private Access access(String database) {
        return new Access(
                "postgresql://" + host + ":" + port + "/" + database,
                user,
                password,
                "app-test",
                "hub-test",
                "erase-test");
    }

    private void statement(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + host + ":" + port + "/postgres", user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
