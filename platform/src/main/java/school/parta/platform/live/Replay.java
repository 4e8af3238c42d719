package school.parta.platform.live;

import java.util.ArrayDeque;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import school.parta.platform.ledger.Topic;

/**
 * Brings a stream from the cursor it came with to where its school is now: older changes from the ledger, page by page
 * as the client takes them, then those of the ring; after that the stream lives. Runs on the school's executor.
 */
final class Replay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final LiveStream stream;
    private final Part part;
    private final FollowedSchool school;
    private final Set<Topic> topics;
    private final ArrayDeque<Event> older = new ArrayDeque<>(0);
    private long position;
    private long pageEnd;

    Replay(LiveStream stream, Part part) {
        this.stream = stream;
        this.part = part;
        this.school = part.school;
        this.topics = part.topics;
        this.position = part.position;
        this.pageEnd = part.position;
    }

    void start() {
        school.serial.execute(() -> {
            school.join(stream, part);
            step();
        });
    }

    /** There is room again. */
    @Override
    public void run() {
        school.serial.execute(this::step);
    }

    private void step() {
        if (stream.isEnded() || !sendOlder()) {
            return;
        }
        if (position < school.ring.floor()) {
            readOlder();
        } else if (sendRing()) {
            stream.live(part, school.last());
        }
    }

    private boolean sendOlder() {
        while (!older.isEmpty()) {
            if (!send(older.element())) {
                return false;
            }
            older.remove();
        }
        position = Math.max(position, pageEnd);
        return true;
    }

    private boolean sendRing() {
        for (var seq = Math.max(position, school.ring.floor()) + 1; seq <= school.last(); seq++) {
            var event = school.ring.get(seq);
            if (concerns(event) && !send(event)) {
                return false;
            }
            position = seq;
        }
        return true;
    }

    private boolean send(Event event) {
        if (!stream.replay(part, event, this)) {
            return false;
        }
        if (event.changesReach && event.seq > part.reachSeq) {
            stream.end();
        }
        return true;
    }

    private boolean concerns(Event event) {
        for (var audience : event.audiences) {
            if (topics.contains(audience.topic)) {
                return true;
            }
        }
        return false;
    }

    private void readOlder() {
        school.ledger
                .matching(school.tenant, position, topics)
                .subscribe(page -> school.serial.execute(() -> take(page)), this::failed);
    }

    private void take(LedgerRows.Page page) {
        for (var row : page.rows()) {
            older.add(new Event(school.tenant, row, new Audience[0]));
        }
        pageEnd = page.end();
        step();
    }

    private void failed(Throwable failure) {
        log.warn("Changes of school {} could not be read again: {}", school.tenant, failure.toString());
        stream.end();
    }
}
