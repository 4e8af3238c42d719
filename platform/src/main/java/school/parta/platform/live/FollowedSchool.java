package school.parta.platform.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Topic;

/**
 * One school that somebody on this node watches or reads from the cache: everything up to {@link #last} is applied, in
 * the order of the ledger and without holes. Messages bring speed; what is missing comes from PostgreSQL.
 */
public final class FollowedSchool {

    private static final Logger log = LoggerFactory.getLogger(FollowedSchool.class);
    private static final long RETIRED = Long.MIN_VALUE;

    final int tenant;
    final Serial serial;
    final LedgerRows ledger;
    final Ring ring;
    private final LiveSettings settings;
    private final LiveMeters meters;
    private final CatchUp catchUp;
    private final Map<Topic, Audience> audiences = new ConcurrentHashMap<>();
    private final AtomicLong used = new AtomicLong(System.nanoTime());
    private final AtomicInteger viewers = new AtomicInteger();
    private volatile long floor;
    private volatile long last = -1;
    private volatile long offered = -1;

    FollowedSchool(int tenant, LedgerRows ledger, LiveThreads threads, LiveSettings settings, LiveMeters meters) {
        this.tenant = tenant;
        this.serial = new Serial(threads);
        this.ledger = ledger;
        this.ring = new Ring(settings.ring());
        this.settings = settings;
        this.meters = meters;
        this.catchUp = new CatchUp(this, threads, settings, meters);
    }

    /** The number up to which everything is applied. */
    public long last() {
        return last;
    }

    /**
     * Whether a value that was read at a number is still what one would read now.
     *
     * @param seq the ledger number of the snapshot it was read from
     * @param topics all topics whose changes can alter it
     */
    public boolean isCurrent(long seq, List<Topic> topics) {
        if (seq < floor) {
            return false;
        }
        for (var index = 0; index < topics.size(); index++) {
            var audience = audiences.get(topics.get(index));
            if (audience != null && audience.lastChange() > seq) {
                return false;
            }
        }
        return true;
    }

    /** Ends when everything up to the number is applied, or up to the ledger's head if that is lower. */
    public Mono<Void> reach(long seq) {
        return last >= seq ? Mono.empty() : catchUp.reach(seq);
    }

    /** Everything up to it has been offered to every stream. */
    long offered() {
        return offered;
    }

    /** Tells that it is still of use; false if it was given up meanwhile. */
    boolean use() {
        var now = System.nanoTime();
        var before = used.get();
        return before != RETIRED && (now - before < 1_000_000_000L || used.compareAndSet(before, now) || use());
    }

    boolean retire() {
        var before = used.get();
        return viewers.get() == 0
                && System.nanoTime() - before > settings.keep().toNanos()
                && used.compareAndSet(before, RETIRED);
    }

    /** Reads what is remembered from the start. */
    Mono<FollowedSchool> load() {
        return ledger.recent(tenant, Math.min(settings.load(), LedgerRows.PAGE))
                .flatMap(page -> Mono.<FollowedSchool>create(sink -> serial.execute(() -> {
                            begin(page.after());
                            catchUp.take(page);
                            sink.success(this);
                        }))
                        .flatMap(school -> reach(page.head()).thenReturn(school)));
    }

    private void begin(long from) {
        ring.clear(from);
        floor = from;
        last = from;
        offered = from;
    }

    void arrive(List<Row> rows) {
        serial.execute(() -> rows.forEach(catchUp::arrive));
    }

    /** The ledger was at this number after {@code before} was applied here. */
    void compare(long head, long before) {
        if (head < before) {
            serial.execute(() -> restart(head));
        } else {
            announce(head);
        }
    }

    /** The ledger is at this number, says somebody who need not be right. */
    void announce(long head) {
        if (head > last) {
            serial.execute(catchUp::read);
        }
    }

    /** Applies the next row. On the executor, as everything below. */
    void apply(Row row) {
        var event = new Event(tenant, row, audiences(row));
        for (var audience : event.audiences) {
            audience.changed(row.seq());
        }
        var jumped = row.seq() != last + 1;
        if (jumped) {
            ring.clear(row.seq() - 1);
            floor = row.seq();
        }
        ring.add(event);
        // Before the event is offered: who hears of it and asks must find a node that knows it.
        last = row.seq();
        offer(event);
        if (jumped) {
            reloadAll();
        }
        offered = row.seq();
    }

    private Audience[] audiences(Row row) {
        return row.topics().stream()
                .map(name -> audiences.computeIfAbsent(new Topic(name), Audience::new))
                .toArray(Audience[]::new);
    }

    private void offer(Event event) {
        for (var audience : event.audiences) {
            audience.offer(this, event);
            meters.offered(audience.size());
        }
    }

    /** The numbers make no sense any more: forgets what was known and has everybody fetch anew. */
    void restart(long head) {
        log.error(
                "The ledger of school {} is not what was seen of it: {} after {}; all streams reload",
                tenant,
                head,
                last);
        meters.restarted();
        ring.clear(head);
        floor = Math.max(head, last);
        last = head;
        reloadAll();
        offered = head;
    }

    private void reloadAll() {
        for (var audience : audiences.values()) {
            audience.reload(this);
        }
    }

    /** Makes a stream known to its topics. */
    void join(LiveStream stream, Part part) {
        if (stream.isEnded()) {
            return;
        }
        viewers.incrementAndGet();
        part.audiences = part.topics.stream()
                .map(topic -> audiences.computeIfAbsent(topic, Audience::new))
                .toArray(Audience[]::new);
        part.topics = Set.of();
        for (var audience : part.audiences) {
            audience.add(stream);
        }
    }

    void leave(LiveStream stream, Part part) {
        if (part.audiences.length == 0) {
            return;
        }
        viewers.decrementAndGet();
        use();
        for (var audience : part.audiences) {
            audience.remove(stream);
            if (audience.isIdle()) {
                audiences.remove(audience.topic);
            }
        }
        part.audiences = new Audience[0];
    }

    int viewers() {
        return viewers.get();
    }

    /** When a row was written, in microseconds since 1970; empty if there is none. */
    Mono<Long> writtenAt(long seq) {
        return Mono.<Long>create(
                        sink -> serial.execute(() -> sink.success(ring.has(seq) ? ring.get(seq).committedAt : null)))
                .switchIfEmpty(ledger.writtenAt(tenant, seq));
    }
}
