package school.parta.platform.live;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import school.parta.platform.database.Aside;
import school.parta.platform.database.DatabaseSettings;
import school.parta.platform.ledger.Commits;
import school.parta.platform.redis.Redis;

/** All that is live on one node, from start to end. The streams end before the server waits for its requests. */
public final class Live implements SmartLifecycle, AutoCloseable {

    private static final int CONNECTIONS = 2;
    private static final Duration TIDY = Duration.ofSeconds(30);

    private final LiveThreads threads = new LiveThreads();
    private final Aside aside;
    private final LiveHub hub;
    private final Streams streams;
    private final AntiEntropy antiEntropy;
    private volatile boolean running;

    Live(
            LiveSettings settings,
            StreamLimits limits,
            DatabaseSettings database,
            LedgerRows ledger,
            Redis redis,
            Commits commits,
            Clock clock,
            LiveMeters meters) {
        this.aside = new Aside(database, "parta_hub", database.hubPassword(), CONNECTIONS);
        this.hub = new LiveHub(ledger, threads, settings, meters);
        this.streams = new Streams(hub, settings, limits, meters, clock);
        this.antiEntropy = new AntiEntropy(new Heads(aside), hub, streams, threads, settings, meters);
        var messages = new NodeMessages(redis, hub, threads, meters);
        commits.listen(hub::committed);
        commits.listen(messages::tell);
    }

    public LiveHub hub() {
        return hub;
    }

    public Streams streams() {
        return streams;
    }

    @Override
    public void start() {
        running = true;
        antiEntropy.start();
        threads.every(Duration.ofSeconds(1), streams::tick);
        threads.every(TIDY, hub::tidy);
    }

    @Override
    public void stop() {
        running = false;
        streams.shutDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Later phases stop earlier: this one is above the web server's graceful end. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 512;
    }

    @Override
    public void close() {
        threads.close();
        aside.close();
    }
}
