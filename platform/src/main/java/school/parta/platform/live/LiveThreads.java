package school.parta.platform.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads on which all schools are followed, and their timer. */
final class LiveThreads implements Executor, AutoCloseable {

    private static final int COUNT = 2;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            COUNT, Thread.ofPlatform().daemon().name("live-", 1).factory());

    LiveThreads() {
        threads.setRemoveOnCancelPolicy(true);
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs a task soon; after the end of the service it is forgotten. */
    @Override
    public void execute(Runnable task) {
        if (!threads.isShutdown()) {
            threads.execute(task);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void later(Duration delay, Runnable task) {
        if (!threads.isShutdown()) {
            threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void every(Duration period, Runnable task) {
        threads.scheduleWithFixedDelay(task, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
