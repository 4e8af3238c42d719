package school.parta.platform.live;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Topic;

/** What a stream has of one school. Guarded by the stream, except for the audiences, which the school's executor holds. */
final class Part {

    final FollowedSchool school;
    final String slug;
    final long reachSeq;
    final @Nullable Instant validUntil;
    Set<Topic> topics;
    Audience[] audiences = {};

    /** The cursor: everything up to it was sent. */
    long position;

    /** Everything up to it was sent or lies in the queue. */
    long queued;

    /** Whether the school's own offers are taken; before that the replay feeds the stream. */
    boolean live;

    /** Whether changes were lost, so that the client must fetch everything. */
    boolean reload;

    Part(FollowedSchool school, String slug, Start start, Followed followed) {
        this.school = school;
        this.slug = slug;
        this.topics = followed.topics();
        this.validUntil = followed.validUntil();
        this.reachSeq = followed.seq();
        this.position = start.position();
        this.queued = start.position();
        this.reload = start.reload();
    }

    /** Takes everything up to the school's present position as known. */
    void skip() {
        position = school.last();
        queued = position;
        reload = false;
    }
}
