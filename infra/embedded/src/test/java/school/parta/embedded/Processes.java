package school.parta.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Other processes: a service in a JVM of its own, and sudden death. */
final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Processes() {}

    /** Runs a main class to its end and returns what it wrote. */
    static String java(Class<?> main, String... arguments) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java, "-cp", classes, main.getName()), Stream.of(arguments))
                                .toList())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static void kill(long pid) {
        var victim = ProcessHandle.of(pid);
        Commands.run(List.of("sh", "-c", "kill -9 " + pid));
        victim.ifPresent(process -> process.onExit().join());
    }

    static <T> T eventually(Callable<T> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.call();
            } catch (Exception | AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }
}
