package school.parta.platform.live;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Topic;

/** One topic of a followed school: when it changed last and who listens. Changed on the school's executor only. */
final class Audience {

    private static final @Nullable LiveStream[] NOBODY = {};

    final Topic topic;
    private volatile long lastChange;
    private @Nullable LiveStream[] streams = NOBODY;
    private int size;

    Audience(Topic topic) {
        this.topic = topic;
    }

    /** The ledger number of the last change; 0 if none is known. Read by any thread. */
    long lastChange() {
        return lastChange;
    }

    void changed(long seq) {
        lastChange = seq;
    }

    void add(LiveStream stream) {
        if (size == streams.length) {
            streams = Arrays.copyOf(streams, size == 0 ? 1 : size * 2);
        }
        streams[size++] = stream;
    }

    void remove(LiveStream stream) {
        for (var index = 0; index < size; index++) {
            if (streams[index] == stream) {
                streams[index] = streams[--size];
                streams[size] = null;
                return;
            }
        }
    }

    int size() {
        return size;
    }

    /** Nobody listens and no change is known: nothing would be lost with it. */
    boolean isIdle() {
        return size == 0 && lastChange == 0;
    }

    /** Nobody leaves while this runs: a stream that ends leaves by a task of its own. */
    void offer(FollowedSchool school, Event event) {
        for (var index = 0; index < size; index++) {
            at(index).offer(school, event);
        }
    }

    void reload(FollowedSchool school) {
        for (var index = 0; index < size; index++) {
            at(index).reload(school);
        }
    }

    private LiveStream at(int index) {
        return Objects.requireNonNull(streams[index]);
    }
}
