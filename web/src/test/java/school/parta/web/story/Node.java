package school.parta.web.story;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import school.parta.testing.TestDatabase;

/** One process of the service, as it runs in production, that a test may kill. */
final class Node implements AutoCloseable {

    private final Process process;
    private final String url;

    private Node(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Node start(TestDatabase database, Map<String, String> settings) {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "school.parta.web.Parta",
                "--server.port=" + port));
        var all = new HashMap<>(database.properties());
        all.putAll(settings);
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            var log = new File("target", "node-" + port + ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            var node = new Node(process, "http://127.0.0.1:" + port);
            node.awaitReady();
            return node;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        var health = new Client(url, null);
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the node ended by itself with " + process.exitValue());
            }
            if (health.reaches("/actuator/health/readiness")) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the node did not become ready");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** As the kernel does it: no hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks to stop and waits; true if it stopped by itself in time. */
    boolean stop() {
        process.destroy();
        return awaitEnd();
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
