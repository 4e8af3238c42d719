package school.parta.platform.live;

import java.util.ArrayDeque;
import java.util.Queue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets a few through at a time, first come first served, so that ten thousand clients that come back at once do not take
 * the database from those who write.
 */
final class Gate {

    private final Queue<MonoSink<Gate>> waiting = new ArrayDeque<>();
    private int free;

    Gate(int width) {
        this.free = width;
    }

    <T> Mono<T> through(Mono<T> work) {
        return Mono.usingWhen(Mono.create(this::enter), gate -> work, gate -> Mono.fromRunnable(gate::leave));
    }

    private void enter(MonoSink<Gate> sink) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(sink);
                sink.onCancel(() -> forget(sink));
                return;
            }
            free--;
        }
        sink.success(this);
    }

    private synchronized void forget(MonoSink<Gate> sink) {
        waiting.remove(sink);
    }

    private void leave() {
        MonoSink<Gate> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.success(this);
        }
    }
}
