package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The files of one Redis.
 *
 * @param data real path, keeps the settings and the append-only file
 * @param password that clients must give
 */
record RedisDirectory(Path data, String password) {

    private static final long MEBIBYTES = 100;

    void requireSpace() {
        Directories.requireSpace(data, MEBIBYTES);
    }

    /** The command that runs the program with settings of ours; the password stays out of the list of processes. */
    Stream<String> command(Path program, int port) {
        Path settings = data.resolve("redis.conf");
        Secrets.write(settings, settings(port));
        return Stream.of(program.toString(), settings.toString());
    }

    private String settings(int port) {
        return """
                bind %s
                port %d
                requirepass %s
                dir "%s"
                daemonize no
                set-proc-title no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 256mb
                maxmemory-policy allkeys-lru
                maxclients 1000
                tcp-backlog 128
                """.formatted(Ports.HOST, port, password, data);
    }

    /** Moves an append-only file that cannot be read out of the way and returns where to. */
    Path setAside() {
        try {
            return Files.move(
                    data.resolve("appendonlydir"),
                    data.resolve("unreadable-" + Instant.now().toEpochMilli()));
        } catch (IOException failure) {
            throw Directories.unwritable(data, failure);
        }
    }
}
