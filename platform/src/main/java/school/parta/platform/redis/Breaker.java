package school.parta.platform.redis;

/**
 * Whether Redis is worth asking. One command that is not answered in time opens it; only the keeper's own probe closes
 * it again, so that no request waits a second time for a Redis that is frozen or away.
 */
final class Breaker {

    private volatile boolean closed;
    private volatile long openSince;

    Breaker(long now) {
        this.openSince = now;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void open(long now) {
        if (closed) {
            openSince = now;
            closed = false;
        }
    }

    /** Since when it is open, in the time of {@link System#nanoTime}; meaningless while closed. */
    long openSince() {
        return openSince;
    }
    /** Opens it and counts from now, because there is no connection that could be judged. */
    void reset(long now) {
        openSince = now;
        closed = false;
    }
}
