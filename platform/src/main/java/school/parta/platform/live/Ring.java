package school.parta.platform.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The last changes of a school, without holes. Used on the school's executor only. */
final class Ring {

    private static final int SMALL = 64;

    private final int limit;
    private @Nullable Event[] events = new Event[SMALL];
    private long floor;
    private long last;

    /**
     * @param limit how many events it keeps, a power of two
     */
    Ring(int limit) {
        this.limit = limit;
    }

    /** Forgets everything; the next event is {@code floor + 1}. */
    void clear(long floor) {
        this.floor = floor;
        this.last = floor;
        Arrays.fill(events, null);
    }

    void add(Event event) {
        if (last - floor == events.length) {
            if (events.length < limit) {
                grow();
            } else {
                floor++;
            }
        }
        last = event.seq;
        events[slot(event.seq)] = event;
    }

    private void grow() {
        var old = events;
        events = new Event[old.length * 2];
        for (var event : old) {
            if (event != null) {
                events[slot(event.seq)] = event;
            }
        }
    }

    /** Everything above this number is here. */
    long floor() {
        return floor;
    }

    boolean has(long seq) {
        return seq > floor && seq <= last;
    }

    Event get(long seq) {
        var event = events[slot(seq)];
        if (event == null || event.seq != seq) {
            throw new IllegalArgumentException("not in the ring: " + seq);
        }
        return event;
    }

    private int slot(long seq) {
        return (int) (seq & (events.length - 1));
    }
}
