package school.parta.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs small programs of the system to their end. */
final class Commands {

    private static final long SECONDS = 120;

    /** Exit code and everything the program wrote. */
    record Outcome(int code, String text) {
        boolean succeeded() {
            return code == 0;
        }
    }

    private Commands() {}

    static Outcome run(List<String> command) {
        return run(command, "");
    }

    /** Runs the command to its end with that text as its input, which must be short. */
    static Outcome run(List<String> command, String input) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return new Outcome(process.exitValue(), text);
            }
            process.destroyForcibly();
            return new Outcome(-1, text);
        } catch (IOException missing) {
            return new Outcome(-1, String.valueOf(missing.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    static boolean succeeds(List<String> command) {
        return run(command).succeeded();
    }

    /** A process builder that passes on nothing of our surroundings: a stray PGDATA must not steer a server. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_MESSAGES", "C");
        return builder;
    }

    static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
