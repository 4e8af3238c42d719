package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A real PostgreSQL on a free port of the loopback address, with durable data in a directory of its own. It is started
 * again when it dies, and its data survive any kind of end.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final List<RunningServers.Signal> SIGNALS = List.of(
            new RunningServers.Signal("INT", Duration.ofSeconds(60)),
            new RunningServers.Signal("QUIT", Duration.ofSeconds(10)),
            new RunningServers.Signal("KILL", Duration.ofSeconds(10)));
    private static final String USER = "postgres";

    private final DirectoryLock lock;
    private final Server server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, Server server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on that directory, which is made if needed and also keeps the password.
     *
     * @throws EmbeddedServerFailed with the reason and what to do
     */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, Map.of());
    }

    /** As {@link #start(Path)}, with settings of the server in place of ours. */
    public static EmbeddedPostgres start(Path directory, Map<String, String> settings) {
        Programs programs = Programs.in(VarDirectory.standard().resolve("programs"));
        return start(directory, programs, Secrets.in(directory), settings, LogFactory.getLog(EmbeddedPostgres.class));
    }

    static EmbeddedPostgres start(
            Path directory, Programs programs, Secrets secrets, Map<String, String> settings, Log log) {
        long begin = System.nanoTime();
        EmbeddedPostgres started = DirectoryLock.holding(
                directory,
                lock -> start(lock, new DataDirectory(lock.directory(), programs.postgres(), log), secrets, settings));
        log.info("PostgreSQL %s runs on %s:%d after %d ms, data in %s"
                .formatted(
                        programs.version("postgresql"),
                        Ports.HOST,
                        started.port,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                        started.lock.directory().resolve("data")));
        return started;
    }

    private static EmbeddedPostgres start(
            DirectoryLock lock, DataDirectory files, Secrets secrets, Map<String, String> settings)
            throws IOException, InterruptedException {
        RunningServers processes = new RunningServers("postgres", files.data());
        if (processes.end(SIGNALS)) {
            files.log().warn("Ended the PostgreSQL that a killed run had left on " + files.data());
        }
        AsOrdinaryUser user = AsOrdinaryUser.over(files.data(), files.directory());
        user.requireReach(files.programs().resolve("bin/postgres"));
        boolean known = secrets.has(USER);
        String password = secrets.password(USER);
        boolean made = files.prepare(user, password);
        files.forgetStranger();
        user.requireReach(files.data().resolve("PG_VERSION"));
        if (!made && !known) {
            files.changePassword(user, password);
        }
        ServerLog serverLog = new ServerLog(files.directory().resolve("log"), "postgresql");
        return Ports.first(port -> {
            List<String> command = Stream.of(
                            Session.prefix(), user.prefix(), PostgresSettings.command(files, port, settings))
                    .flatMap(List::stream)
                    .toList();
            Server.Plan plan = new Server.Plan("PostgreSQL", command, processes, serverLog, files::isReady, SIGNALS);
            return new EmbeddedPostgres(lock, Server.start(plan, files.log()), port, password);
        });
    }

    public String host() {
        return Ports.HOST;
    }

    /** The same as long as this object is open, another at the next start. */
    public int port() {
        return port;
    }

    /** The superuser. */
    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port, database);
    }

    /** Process id of the server, another after each time it was started again. */
    public long pid() {
        return server.pid();
    }

    /** Makes the database if it is not there. */
    public void createDatabase(String name) {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create database " + statement.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException failure) {
            throw new EmbeddedServerFailed(
                    "The database %s cannot be made: %s".formatted(name, failure.getMessage()),
                    "If secrets.properties was changed, remove its line postgres: the next start sets a new password.",
                    failure);
        }
    }

    /** A new connection as superuser, to be closed by the caller. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Stops the server in order and lets the directory go. */
    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
