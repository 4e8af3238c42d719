package school.parta.platform.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * A queue in front of the pool, first come first served but for schools that hold their share already. Waiting here can
 * be cancelled and costs nothing; so the pool, whose cancelled acquires leak connections, never sees one: there are
 * never more permits out than connections.
 */
final class Permits {

    private final int perSchool;
    private final Duration patience;
    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private final Map<Integer, Integer> held = new HashMap<>();
    private int free;

    Permits(int size, int perSchool, Duration patience) {
        this.free = size;
        this.perSchool = perSchool;
        this.patience = patience;
    }

    /** One permit for the school; {@link Busy} when none became free in time. The receiver must {@link Permit#take} it at once. */
    Mono<Permit> acquire(int tenant) {
        return Mono.create(sink -> enqueue(new Waiter(tenant, sink)));
    }

    private void enqueue(Waiter waiter) {
        synchronized (this) {
            waiting.add(waiter);
        }
        grant();
        if (isWaiting(waiter)) {
            var timer =
                    Schedulers.parallel().schedule(() -> giveUp(waiter), patience.toMillis(), TimeUnit.MILLISECONDS);
            waiter.sink.onDispose(timer);
            waiter.sink.onCancel(() -> forget(waiter));
        }
    }

    private void giveUp(Waiter waiter) {
        if (forget(waiter)) {
            waiter.sink.error(new Busy());
        }
    }

    private synchronized boolean isWaiting(Waiter waiter) {
        return waiting.contains(waiter);
    }

    private synchronized boolean forget(Waiter waiter) {
        return waiting.remove(waiter);
    }

    private void grant() {
        for (var waiter : eligible()) {
            var permit = new Permit(waiter.tenant);
            waiter.sink.success(permit);
            permit.returnUnlessTaken();
        }
    }

    private synchronized List<Waiter> eligible() {
        if (free == 0 || waiting.isEmpty()) {
            return List.of();
        }
        var chosen = new ArrayList<Waiter>();
        for (var each = waiting.iterator(); free > 0 && each.hasNext(); ) {
            var waiter = each.next();
            if (held.getOrDefault(waiter.tenant, 0) < perSchool) {
                each.remove();
                free--;
                held.merge(waiter.tenant, 1, Integer::sum);
                chosen.add(waiter);
            }
        }
        return chosen;
    }

    synchronized int free() {
        return free;
    }

    synchronized int queued() {
        return waiting.size();
    }

    /** Identity, not content, makes a waiter. */
    private static final class Waiter {

        private final int tenant;
        private final MonoSink<Permit> sink;

        Waiter(int tenant, MonoSink<Permit> sink) {
            this.tenant = tenant;
            this.sink = sink;
        }
    }

    /** The right to one connection of the pool. */
    final class Permit {

        private final int tenant;
        private final AtomicBoolean decided = new AtomicBoolean();

        private Permit(int tenant) {
            this.tenant = tenant;
        }

        /**
         * Tells that the receiver was still there.
         *
         * @return false when the permit has gone back meanwhile, because the receiver was not ready when it came: ask again
         */
        boolean take() {
            return decided.compareAndSet(false, true);
        }

        private void returnUnlessTaken() {
            if (decided.compareAndSet(false, true)) {
                release();
            }
        }

        void release() {
            synchronized (Permits.this) {
                free++;
                held.computeIfPresent(tenant, (school, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
            }
            grant();
        }
    }
}
