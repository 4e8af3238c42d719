package school.parta.platform.live;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after another, in order, on threads that it shares with others; has no thread of its own. */
final class Serial implements Executor, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Serial.class);
    private static final int TURN = 128;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    Serial(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            threads.execute(this);
        }
    }

    /** A turn of tasks; then the thread goes to another school first. */
    @Override
    public void run() {
        for (var turn = 0; turn < TURN; turn++) {
            perform(tasks.poll());
            if (waiting.decrementAndGet() == 0) {
                return;
            }
        }
        threads.execute(this);
    }

    private static void perform(@Nullable Runnable task) {
        try {
            if (task != null) {
                task.run();
            }
        } catch (RuntimeException failure) {
            log.error("A task of a followed school failed", failure);
        }
    }
}
