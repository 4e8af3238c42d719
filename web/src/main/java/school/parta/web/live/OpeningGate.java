package school.parta.web.live;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few streams be opened at a time, first come first served, so that ten thousand clients that come back at once
 * wait in line here, where it costs them nothing, and do not take the database from those who write.
 */
final class OpeningGate {

    private final Queue<Visitor> waiting = new ArrayDeque<>();
    private int free;

    OpeningGate(int width) {
        this.free = width;
    }

    /** Who wants to come in. */
    interface Visitor {

        /** Comes in, on a thread of its own choice, and leaves once. */
        void admitted();

        boolean isGone();
    }

    void enter(Visitor visitor) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(visitor);
                return;
            }
            free--;
        }
        visitor.admitted();
    }

    void leave() {
        var next = next();
        if (next != null) {
            next.admitted();
        }
    }

    private synchronized @Nullable Visitor next() {
        var next = waiting.poll();
        while (next != null && next.isGone()) {
            next = waiting.poll();
        }
        if (next == null) {
            free++;
        }
        return next;
    }
}
