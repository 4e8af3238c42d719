package school.parta.platform.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one channel of the installation. A subscription that is dead is silent like one where nothing happens, so each
 * node sends itself a beat every second and takes a new connection after three seconds without one.
 */
final class Channel {

    private static final Logger log = LoggerFactory.getLogger(Channel.class);
    private static final long SILENCE = 3_000_000_000L;

    private final String name;
    private final byte[] beat = ("beat:" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    private final Line<StatefulRedisPubSubConnection<String, byte[]>> line;
    private final List<Consumer<byte[]>> listeners = new CopyOnWriteArrayList<>();
    private volatile long heard = System.nanoTime();

    Channel(String prefix, Line<StatefulRedisPubSubConnection<String, byte[]>> line) {
        this.name = prefix + ":live";
        this.line = line;
    }

    String name() {
        return name;
    }

    byte[] beat() {
        return beat;
    }

    void listen(Consumer<byte[]> listener) {
        listeners.add(listener);
    }

    /** Once a second: makes sure that there is a subscription that hears. */
    void tend() {
        var connection = line.current();
        if (connection != null && System.nanoTime() - heard > SILENCE) {
            line.giveUp();
            connection = null;
        }
        if (connection == null) {
            line.make(this::subscribe);
        }
    }

    void end() {
        line.end();
    }

    private void subscribe(StatefulRedisPubSubConnection<String, byte[]> connection) {
        heard = System.nanoTime();
        connection.addListener(new RedisPubSubAdapter<String, byte[]>() {
            @Override
            public void message(String channel, byte[] message) {
                hear(message);
            }
        });
        connection.async().subscribe(name).whenComplete(this::subscribed);
    }

    private void subscribed(@Nullable Void done, @Nullable Throwable failure) {
        if (failure != null) {
            line.giveUp();
        }
    }

    private void hear(byte[] message) {
        if (message.length > 5 && message[0] == 'b') {
            if (Arrays.equals(message, beat)) {
                heard = System.nanoTime();
            }
            return;
        }
        for (var listener : listeners) {
            try {
                listener.accept(message);
            } catch (RuntimeException failure) {
                log.warn("A message from Redis was not understood", failure);
            }
        }
    }
}
