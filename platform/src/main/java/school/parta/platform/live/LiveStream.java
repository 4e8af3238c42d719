package school.parta.platform.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The live stream of one client: bytes of the event stream, in the order of each school's ledger, none twice. Written by
 * hand because a node holds tens of thousands. Guarded by its own lock; nothing under it waits.
 */
public final class LiveStream implements Publisher<byte[]>, Subscription {

    static final int QUEUE = 256;

    final UUID account;
    private final UUID session;
    private final Wire wire;
    private final Streams owner;
    private final Progress progress = new Progress();
    private volatile Parts parts = Parts.NONE;
    private @Nullable ArrayDeque<Event> queue;
    private @Nullable List<Runnable> thirsty;
    private @Nullable Subscriber<? super byte[]> client;
    private long demand;
    private boolean opened;
    private boolean draining;
    private boolean lost;
    private volatile boolean ended;

    LiveStream(UUID account, UUID session, Wire wire, Streams owner) {
        this.account = account;
        this.session = session;
        this.wire = wire;
        this.owner = owner;
    }

    /** Says what it carries; before it is subscribed to. */
    void carry(List<Part> carried) {
        parts = new Parts(carried);
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> subscriber) {
        boolean before;
        synchronized (this) {
            before = ended;
            client = subscriber;
        }
        subscriber.onSubscribe(this);
        if (before) {
            subscriber.onComplete();
            return;
        }
        for (var part : parts.list()) {
            new Replay(this, part).start();
        }
    }

    @Override
    public synchronized void request(long count) {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        progress.asked();
        drain();
    }

    /** A change of the school for one of the stream's topics, after those before it. */
    void offer(FollowedSchool school, Event event) {
        var part = parts.of(school);
        synchronized (this) {
            if (ended || !part.live || event.seq <= part.queued) {
                return;
            }
            part.queued = event.seq;
            if (!part.reload) {
                event.encode(part.slug);
                pass(event);
            }
        }
        if (event.changesReach && event.seq > part.reachSeq) {
            end();
        }
    }

    private void pass(Event event) {
        if (queue == null && demand > 0 && opened && !lost && client != null) {
            demand--;
            client.onNext(parts.frame(event));
        } else {
            keep(event);
            drain();
        }
    }

    private void keep(Event event) {
        if (queue == null) {
            queue = new ArrayDeque<>(2);
        }
        if (queue.size() < QUEUE) {
            queue.add(event);
        } else {
            queue = null;
            lost = true;
            parts.lose();
            owner.overflowed();
        }
    }

    /** The same from a replay, which waits when there is no room; false means that it will be run again. */
    synchronized boolean replay(Part part, Event event, Runnable again) {
        if (ended || part.reload || event.seq <= part.queued) {
            return true;
        }
        if (queue != null && queue.size() >= QUEUE) {
            if (thirsty == null) {
                thirsty = new ArrayList<>(1);
            }
            thirsty.add(again);
            return false;
        }
        event.encode(part.slug);
        part.queued = event.seq;
        pass(event);
        return true;
    }

    /** From here on the school's own offers are taken. */
    synchronized void live(Part part, long upTo) {
        part.queued = Math.max(part.queued, upTo);
        part.live = true;
    }

    /** Something was lost in this school: the client must fetch everything. */
    synchronized void reload(FollowedSchool school) {
        if (!ended) {
            parts.of(school).reload = true;
            lost = true;
            drain();
        }
    }

    private void drain() {
        if (draining || client == null) {
            return;
        }
        draining = true;
        while (demand > 0 && !ended) {
            var next = next();
            if (next == null) {
                break;
            }
            demand--;
            client.onNext(next);
        }
        draining = false;
        if (thirsty != null && queue == null) {
            thirsty.forEach(Runnable::run);
            thirsty = null;
        }
    }

    private byte @Nullable [] next() {
        if (!opened || lost) {
            return position();
        }
        var event = queue == null ? null : queue.poll();
        if (queue != null && queue.isEmpty()) {
            queue = null;
        }
        return event == null ? null : parts.frame(event);
    }

    private byte[] position() {
        var first = !opened;
        var schools = parts.reload();
        owner.reloaded(schools.size());
        opened = true;
        lost = false;
        return first ? Frames.opening(parts.cursor(), schools) : Frames.reload(parts.cursor(), schools);
    }

    /** Shows that the line is alive, and the position if it moved. */
    synchronized void beat() {
        if (!ended && opened && queue == null && demand > 0 && client != null) {
            demand--;
            client.onNext(parts.moveOn() ? Frames.cursor(parts.cursor()) : Frames.PING);
        }
    }

    /** Once a second: ends with its rights, and when the line takes nothing for too long. */
    void tick(Instant now, int patience) {
        if (parts.isOver(now)) {
            end();
        } else if (progress.stuckFor(wire.pending()) >= patience) {
            owner.cut();
            wire.cut();
            end();
        }
    }

    boolean concerns(Revocation revocation) {
        return revocation.account().equals(account)
                && (revocation.session() == null || revocation.session().equals(session))
                && (revocation.school() == null || parts.carries(revocation.school()));
    }

    /** Says when to come back, then ends. */
    synchronized void farewell() {
        if (!ended && opened && demand > 0 && client != null) {
            demand--;
            client.onNext(Frames.farewell(owner.retry()));
        }
        end();
    }

    /** Ends the stream after what was sent. */
    synchronized void end() {
        if (!ended) {
            cancel();
            if (client != null) {
                client.onComplete();
            }
        }
    }

    /** The client is gone or was never there. */
    @Override
    public synchronized void cancel() {
        if (ended) {
            return;
        }
        ended = true;
        queue = null;
        thirsty = null;
        owner.left(this);
        for (var part : parts.list()) {
            part.school.serial.execute(() -> part.school.leave(this, part));
        }
    }

    boolean isEnded() {
        return ended;
    }
}
