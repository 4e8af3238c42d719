package school.parta.platform.cache;

import java.util.List;
import school.parta.platform.ledger.Topic;
import school.parta.platform.live.FollowedSchool;

/** A value with the number it was read at and the topics it depends on. */
record Entry<T>(long seq, List<Topic> topics, T value, Body body) {

    private static final int OBJECTS_PER_BYTE = 3;
    private static final int OVERHEAD = 400;

    boolean isCurrent(FollowedSchool school) {
        return school.isCurrent(seq, topics);
    }

    Fresh<T> at(long position) {
        return new Fresh<>(value, position, body);
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD + topics.size() * 16 + body.size() * (1 + OBJECTS_PER_BYTE);
    }
}
