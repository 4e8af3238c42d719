package school.parta.platform.live;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where a stream begins in a school.
 *
 * @param position the cursor it begins with
 * @param reload whether what happened since the client's own cursor cannot be told
 */
record Start(long position, boolean reload) {

    /**
     * Finds it for the cursor that a client brings.
     *
     * @param cursor the client's position in this school; null begins at the head
     * @param oldest when the first change that the client missed may have been written, in microseconds since 1970
     */
    static Mono<Start> of(FollowedSchool school, @Nullable Long cursor, long oldest, int rows) {
        if (cursor == null) {
            return Mono.just(new Start(school.last(), false));
        }
        return school.reach(cursor).then(Mono.defer(() -> found(school, cursor, oldest, rows)));
    }

    private static Mono<Start> found(FollowedSchool school, long cursor, long oldest, int rows) {
        var head = school.last();
        var reload = new Start(head, true);
        if (cursor == head) {
            return Mono.just(new Start(head, false));
        }
        if (!provable(cursor, head, rows)) {
            return Mono.just(reload);
        }
        return school.writtenAt(cursor + 1)
                .map(at -> at < oldest ? reload : new Start(cursor, false))
                .defaultIfEmpty(reload);
    }

    /** Before a restore the same numbers may have meant other changes: both must lie behind the same one. */
    static boolean provable(long cursor, long head, int rows) {
        return cursor <= head && head - cursor <= rows && cursor >>> Row.EPOCH_BITS == head >>> Row.EPOCH_BITS;
    }
}
