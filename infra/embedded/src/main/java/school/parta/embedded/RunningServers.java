package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The processes that work with one data directory, children of ours or left behind by a killed run: those that run the
 * server's executable with that working directory, or name both on their command line.
 *
 * @param executable file name of the server's program
 * @param directory real path of the data
 */
record RunningServers(String executable, Path directory) {

    private static final Duration LOOK = Duration.ofMillis(40);

    /**
     * A way to end the processes.
     *
     * @param name of the signal, as kill knows it
     * @param patience how long to wait before the next, harder signal
     */
    record Signal(String name, Duration patience) {}

    /** Sends the signals one after another until nothing runs any more; true if something had run. */
    boolean end(List<Signal> signals) throws InterruptedException {
        if (found().isEmpty()) {
            return false;
        }
        for (Signal signal : signals) {
            if (end(signal)) {
                return true;
            }
        }
        throw new EmbeddedServerFailed(
                "A %s left by an earlier run still works with %s and cannot be ended: process %s."
                        .formatted(executable, directory, found()),
                "End that process by hand and start again.");
    }

    private boolean end(Signal signal) throws InterruptedException {
        roots().forEach(pid -> Commands.run(List.of("sh", "-c", "kill -" + signal.name() + " " + pid)));
        long deadline = System.nanoTime() + signal.patience().toNanos();
        while (!found().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    private List<Long> roots() {
        List<Long> all = found();
        return all.stream().filter(pid -> !all.contains(parent(pid))).toList();
    }

    private static long parent(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    List<Long> found() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(this::contains)
                .toList();
    }

    /** Whether that process is one of them; a dead one that nobody has reaped is not. */
    boolean contains(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            Path work = Files.readSymbolicLink(process.resolve("cwd"));
            return isExecutable(program.toString()) && work.equals(directory);
        } catch (IOException forbiddenOrGone) {
            return isNamedBy(process.resolve("cmdline"));
        }
    }

    /** For systems that do not let us see more of another user's process. */
    boolean isNamedBy(Path commandLine) {
        try {
            List<String> words = List.of(Files.readString(commandLine).split("\0", -1));
            return words.stream().anyMatch(this::isExecutable)
                    && words.stream().anyMatch(word -> Path.of(word).startsWith(directory));
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean isExecutable(String path) {
        return path.replace(" (deleted)", "").endsWith("/" + executable);
    }
}
