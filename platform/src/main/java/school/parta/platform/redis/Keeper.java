package school.parta.platform.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a second asks Redis whether it is there and sends the beat; makes lost connections anew. Waits for nothing. */
final class Keeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final long GIVE_UP = 10_000_000_000L;

    private final Clients clients;
    private final Breaker breaker;
    private final Line<StatefulRedisConnection<String, byte[]>> line;
    private final Channel channel;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("redis-keeper").factory());

    Keeper(Clients clients, Breaker breaker, Line<StatefulRedisConnection<String, byte[]>> line, Channel channel) {
        this.clients = clients;
        this.breaker = breaker;
        this.line = line;
        this.channel = channel;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        timer.scheduleWithFixedDelay(this::tend, 0, 1, TimeUnit.SECONDS);
    }

    private void tend() {
        try {
            tendLine();
            channel.tend();
        } catch (RuntimeException failure) {
            log.warn("Tending the connections to Redis failed", failure);
        }
    }

    private void tendLine() {
        var connection = line.current();
        var now = System.nanoTime();
        // An open socket that only refuses has a stuck command queue: a new connection has a new one.
        if (connection != null && !breaker.isClosed() && now - breaker.openSince() > GIVE_UP) {
            line.giveUp();
            connection = null;
        }
        if (connection == null) {
            breaker.reset(now);
            line.make(this::probe);
        } else {
            probe(connection);
        }
    }

    private void probe(StatefulRedisConnection<String, byte[]> connection) {
        if (!breaker.isClosed()) {
            connection.async().ping().whenComplete(this::closed);
        }
        connection.async().publish(channel.name(), channel.beat()).whenComplete(this::judged);
    }

    private void closed(@Nullable Object answer, @Nullable Throwable failure) {
        if (failure == null) {
            breaker.close();
        }
    }

    private void judged(@Nullable Object answer, @Nullable Throwable failure) {
        if (!Line.answered(failure)) {
            breaker.open(System.nanoTime());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        line.end();
        channel.end();
        clients.close();
    }
}
