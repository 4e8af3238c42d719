package school.parta.platform.live;

import org.jspecify.annotations.Nullable;

/** A change as the streams of its school share it; encoded once, when the first of them needs it. */
final class Event {

    final int tenant;
    final long seq;
    final long committedAt;
    final boolean changesReach;
    final Audience[] audiences;
    private @Nullable Row row;
    private byte @Nullable [] frame;

    Event(int tenant, Row row, Audience[] audiences) {
        this.tenant = tenant;
        this.seq = row.seq();
        this.committedAt = row.committedAt();
        this.changesReach = Reach.changedBy(row.kind());
        this.audiences = audiences;
        this.row = row;
    }

    /** Encodes it for streams, once; only on the school's own executor. */
    void encode(String school) {
        if (row != null) {
            frame = Frames.changed(school, row);
            row = null;
        }
    }

    /** The event with the cursor of a stream of this school alone; encoded before. */
    byte[] frame() {
        if (frame == null) {
            throw new IllegalStateException("not encoded yet");
        }
        return frame;
    }
}
