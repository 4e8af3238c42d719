package school.parta.platform.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The schools of one stream, in the order they were asked for. Guarded by the stream's lock. */
final class Parts {

    static final Parts NONE = new Parts(List.of());

    private final Part[] all;

    Parts(List<Part> all) {
        this.all = all.toArray(Part[]::new);
    }

    List<Part> list() {
        return List.of(all);
    }

    Part of(FollowedSchool school) {
        for (var part : all) {
            if (part.school == school) {
                return part;
            }
        }
        throw new IllegalStateException("the stream does not carry school " + school.tenant);
    }

    /** Whether the school is among them; before they are known it may be. */
    boolean carries(int tenant) {
        for (var part : all) {
            if (part.school.tenant == tenant) {
                return true;
            }
        }
        return all.length == 0;
    }

    boolean isOver(Instant now) {
        for (var part : all) {
            if (part.validUntil != null && !now.isBefore(part.validUntil)) {
                return true;
            }
        }
        return false;
    }

    /** The cursor of the whole stream. */
    String cursor() {
        var text = new StringBuilder();
        for (var part : all) {
            text.append(text.isEmpty() ? "" : ",").append(part.slug).append(':').append(part.position);
        }
        return text.toString();
    }

    /** The event as bytes under the stream's cursor, which moves to it. */
    byte[] frame(Event event) {
        for (var part : all) {
            if (part.school.tenant == event.tenant) {
                part.position = event.seq;
            }
        }
        return all.length == 1 ? event.frame() : Frames.under(cursor(), event.frame());
    }

    /** Something was lost and nobody knows of which school. */
    void lose() {
        for (var part : all) {
            part.reload = true;
        }
    }

    /** Takes what was lost as told, and names the schools. */
    List<String> reload() {
        var schools = new ArrayList<String>();
        for (var part : all) {
            if (part.reload) {
                part.skip();
                schools.add(part.slug);
            }
        }
        return schools;
    }

    /** Moves the cursor over changes that were none of the stream's; false if there were none. */
    boolean moveOn() {
        var moved = false;
        for (var part : all) {
            var offered = part.school.offered();
            if (part.live && offered > part.position) {
                part.position = offered;
                part.queued = Math.max(part.queued, offered);
                moved = true;
            }
        }
        return moved;
    }
}
