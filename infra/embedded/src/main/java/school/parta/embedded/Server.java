package school.parta.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.apache.commons.logging.Log;

/** One server process, started again on the same port and data whenever it dies, until closed. */
final class Server implements AutoCloseable {

    /**
     * How to run a server.
     *
     * @param name for people
     * @param command with all its words; must keep the process id it was started with
     * @param processes how to recognise the server in the list of processes, by its data directory
     * @param log where it writes
     * @param ready whether the server with that process id accepts connections
     * @param signals that end it in order, gentle first
     */
    record Plan(
            String name,
            List<String> command,
            RunningServers processes,
            ServerLog log,
            LongPredicate ready,
            List<RunningServers.Signal> signals) {}

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOG_CHECK = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 15;

    private final Plan plan;
    private final Log log;
    private final Thread watchdog;
    private volatile Process process;
    private volatile boolean closing;

    private Server(Plan plan, Log log, Process process) {
        this.plan = plan;
        this.log = log;
        this.process = process;
        this.watchdog = Thread.ofPlatform()
                .daemon()
                .name("watchdog of embedded " + plan.name())
                .unstarted(this::watch);
    }

    /** Starts the server and returns when it accepts connections. */
    static Server start(Plan plan, Log log) throws InterruptedException {
        Server server = new Server(plan, log, launch(plan));
        server.watchdog.start();
        return server;
    }

    long pid() {
        return process.pid();
    }

    private static Process launch(Plan plan) throws InterruptedException {
        try {
            Path work = plan.processes().directory();
            Process process = Commands.builder(plan.command())
                    .directory(work.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(plan.log().forLaunch())
                    .start();
            awaitReady(plan, process);
            return process;
        } catch (IOException failure) {
            throw new EmbeddedServerFailed(
                    "The embedded %s cannot be started (%s).".formatted(plan.name(), failure.getMessage()),
                    "Check the rights on " + plan.processes().directory() + ".",
                    failure);
        }
    }

    private static void awaitReady(Plan plan, Process process) throws InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!plan.ready().test(process.pid())) {
            boolean died = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (died || System.nanoTime() > deadline) {
                throw StartFailure.of(plan);
            }
        }
    }

    private void watch() {
        try {
            while (!closing) {
                if (process.waitFor(LOG_CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
                    revive();
                } else {
                    limitLog();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        for (long pause = POLL_MILLIS; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis())) {
            try {
                plan.processes().end(plan.signals());
                process = launch(plan);
                log.warn("Embedded %s had died and runs again; its log is %s"
                        .formatted(plan.name(), plan.log().file()));
                return;
            } catch (EmbeddedServerFailed failure) {
                log.error(failure.getMessage() + " " + failure.action() + " Trying again.");
                Thread.sleep(pause);
            }
        }
    }

    private void limitLog() {
        try {
            plan.log().limit();
        } catch (IOException failure) {
            log.warn("The log of embedded " + plan.name() + " cannot be shortened: " + failure);
        }
    }

    @Override
    public void close() {
        closing = true;
        watchdog.interrupt();
        try {
            watchdog.join();
            plan.processes().end(plan.signals());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
