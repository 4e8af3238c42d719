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
    final UUID session;
    private final Wire wire;
    private final Streams owner;
    private volatile Part[] parts = {};
    private @Nullable ArrayDeque<Event> queue;
    private @Nullable List<Runnable> thirsty;
    private @Nullable Subscriber<? super byte[]> client;
    private long demand;
    private boolean opened;
    private boolean draining;
    private boolean lost;
    private volatile boolean ended;
    private int stuckTicks;
    private int pendingBefore;
    private boolean asked;

    LiveStream(UUID account, UUID session, Wire wire, Streams owner) {
        this.account = account;
        this.session = session;
        this.wire = wire;
        this.owner = owner;
    }

    /** Says what it carries; before it is subscribed to. */
    void carry(List<Part> carried) {
        parts = carried.toArray(Part[]::new);
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
        for (var part : parts) {
            new Replay(this, part).start();
        }
    }

    @Override
    public void request(long count) {
        synchronized (this) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            asked = true;
            drain();
        }
    }

    @Override
    public void cancel() {
        close();
    }

    /** A change of the school for one of the stream's topics, after those before it. */
    void offer(FollowedSchool school, Event event) {
        var part = part(school);
        synchronized (this) {
            if (ended || !part.live || event.seq <= part.queued) {
                return;
            }
            part.queued = event.seq;
            if (!part.reload) {
                event.encode(part.slug);
                if (queue == null && demand > 0 && opened && !lost && client != null) {
                    demand--;
                    client.onNext(frame(event));
                } else {
                    take(event);
                    drain();
                }
            }
        }
        if (event.changesReach && event.seq > part.reachSeq) {
            end();
        }
    }

    private void take(Event event) {
        if (queue == null) {
            queue = new ArrayDeque<>(2);
        }
        if (queue.size() < QUEUE) {
            queue.add(event);
        } else {
            queue = null;
            lost = true;
            for (var part : parts) {
                part.reload = true;
            }
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
        take(event);
        drain();
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
            part(school).reload = true;
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
        if (thirsty != null && (queue == null || ended)) {
            var runnable = thirsty;
            thirsty = null;
            runnable.forEach(Runnable::run);
        }
    }

    private byte @Nullable [] next() {
        if (!opened) {
            opened = true;
            return opening();
        }
        if (lost) {
            lost = false;
            var schools = reloading();
            return Frames.reload(cursor(), schools);
        }
        var event = queue == null ? null : queue.poll();
        if (event == null) {
            queue = null;
            return null;
        }
        if (queue != null && queue.isEmpty()) {
            queue = null;
        }
        return frame(event);
    }

    private byte[] opening() {
        var schools = reloading();
        lost = false;
        return Frames.opening(owner.retry(), cursor(), schools);
    }

    private List<String> reloading() {
        var schools = new ArrayList<String>();
        for (var part : parts) {
            if (part.reload) {
                part.skip();
                schools.add(part.slug);
            }
        }
        owner.reloaded(schools.size());
        return schools;
    }

    private byte[] frame(Event event) {
        for (var part : parts) {
            if (part.school.tenant == event.tenant) {
                part.position = event.seq;
            }
        }
        return parts.length == 1 ? event.frame() : Frames.under(cursor(), event.frame());
    }

    private String cursor() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(text.isEmpty() ? "" : ",").append(part.slug).append(':').append(part.position);
        }
        return text.toString();
    }

    private Part part(FollowedSchool school) {
        for (var part : parts) {
            if (part.school == school) {
                return part;
            }
        }
        throw new IllegalStateException("the stream does not carry school " + school.tenant);
    }

    /** Shows that the line is alive, and the position if it moved. */
    synchronized void beat() {
        if (ended || !opened || queue != null || demand == 0 || client == null) {
            return;
        }
        var moved = false;
        for (var part : parts) {
            var offered = part.school.offered();
            if (part.live && offered > part.position) {
                part.position = offered;
                part.queued = Math.max(part.queued, offered);
                moved = true;
            }
        }
        demand--;
        client.onNext(moved ? Frames.cursor(cursor()) : Frames.PING);
    }

    /** Once a second: ends with its rights, and when the line takes nothing for too long. */
    void tick(Instant now, int patience) {
        for (var part : parts) {
            if (part.validUntil != null && !now.isBefore(part.validUntil)) {
                end();
                return;
            }
        }
        var pending = (int) Math.min(Integer.MAX_VALUE, wire.pending());
        stuckTicks = pending == 0 || pending < pendingBefore || asked ? 0 : stuckTicks + 1;
        pendingBefore = pending;
        asked = false;
        if (stuckTicks >= patience) {
            owner.cut();
            wire.cut();
            end();
        }
    }

    boolean concerns(Revocation revocation) {
        return revocation.account().equals(account)
                && (revocation.session() == null || revocation.session().equals(session))
                && (revocation.school() == null || carries(revocation.school()));
    }

    private boolean carries(int tenant) {
        for (var part : parts) {
            if (part.school.tenant == tenant) {
                return true;
            }
        }
        return parts.length == 0;
    }

    /** Says when to come back, then ends. */
    void farewell() {
        synchronized (this) {
            if (!ended && opened && demand > 0 && client != null) {
                demand--;
                client.onNext(Frames.farewell(owner.retry()));
            }
        }
        end();
    }

    /** Ends the stream after what was sent. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            close();
            if (client != null) {
                client.onComplete();
            }
        }
    }

    /** The client is gone or was never there. */
    public void close() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            queue = null;
            thirsty = null;
        }
        owner.left(this);
        for (var part : parts) {
            part.school.serial.execute(() -> part.school.leave(this, part));
        }
    }

    boolean isEnded() {
        return ended;
    }
}
