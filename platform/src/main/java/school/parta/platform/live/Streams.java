package school.parta.platform.live;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The live streams of this node: how they begin, how they are kept, and why they end. */
public final class Streams {

    /** Seconds between two signs of life of a stream. */
    private static final int BEAT = 14;

    private static final int STUCK = 30;

    private final LiveHub hub;
    private final LiveSettings settings;
    private final StreamLimits limits;
    private final LiveMeters meters;
    private final Clock clock;
    private final RecentRevocations revocations = new RecentRevocations();
    private final List<Set<LiveStream>> phases = IntStream.range(0, BEAT)
            .mapToObj(phase -> (Set<LiveStream>) ConcurrentHashMap.<LiveStream>newKeySet())
            .toList();
    private final Map<UUID, Integer> perAccount = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private int phase;
    private volatile boolean closing;

    Streams(LiveHub hub, LiveSettings settings, StreamLimits limits, LiveMeters meters, Clock clock) {
        this.hub = hub;
        this.settings = settings;
        this.limits = limits;
        this.meters = meters;
        this.clock = clock;
        meters.watch("parta.live.streams", "Open live streams", open::get);
    }

    /**
     * One school that a stream is to carry.
     *
     * @param tenant the school's number
     * @param slug its name in events and cursors
     * @param followed reads what the actor may hear of there
     */
    public record Wish(int tenant, String slug, Mono<Followed> followed) {}

    /**
     * A new stream, which counts from now on; to be opened, or closed if that fails.
     *
     * @throws TooManyStreams if the account or the node has as many as it may
     */
    public LiveStream reserve(UUID account, UUID session, Wire wire) {
        if (closing || open.incrementAndGet() > limits.streamsPerNode()) {
            open.decrementAndGet();
            throw new TooManyStreams();
        }
        if (perAccount.merge(account, 1, Integer::sum) > limits.streamsPerAccount()) {
            forget(account);
            throw new TooManyStreams();
        }
        var stream = new LiveStream(account, session, wire, this);
        phases.get(phase(stream)).add(stream);
        return stream;
    }

    /**
     * Finds out where a stream begins and what it may carry. What it may carry is read after its position is fixed, so
     * that no change of rights falls between the two.
     *
     * @param cursor what the client brings; null begins at the head
     */
    public Mono<LiveStream> open(LiveStream stream, List<Wish> wishes, @Nullable String cursor) {
        var positions = cursor == null ? new Cursor(Map.of()) : Cursor.parse(cursor);
        var foreign = positions != null
                && !wishes.stream()
                        .map(Wish::slug)
                        .toList()
                        .containsAll(positions.positions().keySet());
        var unknown = positions == null || foreign;
        return Flux.fromIterable(wishes)
                .concatMap(wish -> part(wish, positions, unknown))
                .collectList()
                .map(parts -> carrying(stream, parts));
    }

    private Mono<Part> part(Wish wish, @Nullable Cursor cursor, boolean unknown) {
        var oldest = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().minus(settings.replayAge()));
        return hub.follow(wish.tenant())
                .flatMap(school -> Start.of(
                                school, cursor == null ? null : cursor.in(wish.slug()), oldest, settings.replayRows())
                        .map(start -> unknown ? new Start(start.position(), true) : start)
                        .flatMap(start ->
                                wish.followed().map(followed -> new Part(school, wish.slug(), start, followed))));
    }

    private LiveStream carrying(LiveStream stream, List<Part> parts) {
        stream.carry(parts);
        if (revocations.any(stream::concerns)) {
            stream.end();
        }
        return stream;
    }

    void left(LiveStream stream) {
        if (phases.get(phase(stream)).remove(stream)) {
            forget(stream.account);
        }
    }

    private void forget(UUID account) {
        perAccount.computeIfPresent(account, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        open.decrementAndGet();
    }

    /** Spreads the streams over the seconds of a beat. */
    private static int phase(LiveStream stream) {
        return (System.identityHashCode(stream) >>> 3) % BEAT;
    }

    /** Once a second. */
    void tick() {
        var now = clock.instant();
        phase = (phase + 1) % BEAT;
        phases.get(phase).forEach(LiveStream::beat);
        phases.forEach(streams -> streams.forEach(stream -> stream.tick(now, STUCK)));
    }

    void revoked(List<Revocation> rights) {
        revocations.remember(rights);
        for (var revocation : rights) {
            phases.forEach(streams -> streams.stream()
                    .filter(stream -> stream.concerns(revocation))
                    .forEach(LiveStream::end));
        }
    }

    /** Takes no more streams and ends those that are open, each with its own time to come back. */
    void shutDown() {
        closing = true;
        phases.forEach(streams -> streams.forEach(LiveStream::farewell));
    }

    int open() {
        return open.get();
    }

    /** The first bytes of a stream, before its own. */
    public byte[] hello() {
        return Frames.retry(retry());
    }

    /** Milliseconds after which a client comes back, drawn for each so that they do not come together. */
    int retry() {
        return ThreadLocalRandom.current().nextInt(1000, 6001);
    }

    void overflowed() {
        meters.overflowed();
    }

    void reloaded(int schools) {
        if (schools > 0) {
            meters.reloaded(schools);
        }
    }

    void cut() {
        meters.cut();
    }
}
