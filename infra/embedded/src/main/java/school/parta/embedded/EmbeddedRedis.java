package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A real Redis on a free port of the loopback address, with an append-only file in a directory of its own. It is
 * started again when it dies.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final List<RunningServers.Signal> SIGNALS = List.of(
            new RunningServers.Signal("TERM", Duration.ofSeconds(20)),
            new RunningServers.Signal("KILL", Duration.ofSeconds(10)));

    private final DirectoryLock lock;
    private final Server server;
    private final int port;
    private final String password;

    private EmbeddedRedis(DirectoryLock lock, Server server, int port, String password) {
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
    public static EmbeddedRedis start(Path directory) {
        Programs programs = Programs.in(VarDirectory.standard().resolve("programs"));
        String password = Secrets.in(directory).password("redis");
        return start(directory, programs, password, LogFactory.getLog(EmbeddedRedis.class));
    }

    static EmbeddedRedis start(Path directory, Programs programs, String password, Log log) {
        long begin = System.nanoTime();
        EmbeddedRedis started = DirectoryLock.holding(directory, lock -> start(lock, programs.redis(), password, log));
        log.info("Redis runs on %s:%d after %d ms, data in %s"
                .formatted(
                        Ports.HOST,
                        started.port,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                        started.lock.directory().resolve("data")));
        return started;
    }

    private static EmbeddedRedis start(DirectoryLock lock, Path program, String password, Log log)
            throws IOException, InterruptedException {
        RedisDirectory files =
                new RedisDirectory(Directories.writable(lock.directory().resolve("data")), password);
        RunningServers processes = new RunningServers("redis-server", files.data());
        if (processes.end(SIGNALS)) {
            log.warn("Ended the Redis that a killed run had left on " + files.data());
        }
        files.requireSpace();
        ServerLog serverLog = new ServerLog(lock.directory().resolve("log"), "redis");
        return Ports.first(port -> {
            Server.Plan plan = new Server.Plan(
                    "Redis",
                    Stream.concat(Session.prefix().stream(), files.command(program, port))
                            .toList(),
                    processes,
                    serverLog,
                    pid -> RedisPing.answered(port, password),
                    SIGNALS);
            return new EmbeddedRedis(lock, startOrSetAside(plan, files, log), port, password);
        });
    }

    // Redis only ever saves time here: a file it cannot read must not keep the service from starting.
    private static Server startOrSetAside(Server.Plan plan, RedisDirectory files, Log log) throws InterruptedException {
        try {
            return Server.start(plan, log);
        } catch (EmbeddedServerFailed failure) {
            if (!plan.log().tail().contains("append only file")) {
                throw failure;
            }
            log.warn("Redis cannot read its append-only file and starts empty; the file was moved to "
                    + files.setAside());
            return Server.start(plan, log);
        }
    }

    public String host() {
        return Ports.HOST;
    }

    /** The same as long as this object is open, another at the next start. */
    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** Address with the password inside, as clients take it. */
    public String url() {
        return "redis://:%s@%s:%d".formatted(password, host(), port);
    }

    /** Process id of the server, another after each time it was started again. */
    public long pid() {
        return server.pid();
    }

    /** Stops the server in order and lets the directory go. */
    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
