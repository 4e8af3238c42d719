package school.parta.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Makes connections that never wait: no queue while disconnected, 200 ms for a command, dead sockets found in 3 s. */
final class Clients implements AutoCloseable {

    private static final Duration COMMAND = Duration.ofMillis(200);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int QUEUE = 4096;
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final ClientResources resources = ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private final RedisURI uri;

    Clients(String url) {
        this.uri = RedisURI.create(url);
        uri.setTimeout(CONNECT);
        uri.setClientName("parta");
        // Reconnecting is the keeper's work: it makes a new connection, with nothing left over from the old one.
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUE)
                .timeoutOptions(TimeoutOptions.enabled(COMMAND))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .tcpNoDelay(true)
                        .keepAlive(KeepAliveOptions.builder()
                                .enable()
                                .idle(Duration.ofSeconds(3))
                                .interval(Duration.ofSeconds(1))
                                .count(3)
                                .build())
                        .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable()
                                .tcpUserTimeout(Duration.ofSeconds(3))
                                .build())
                        .build())
                .build());
    }

    CompletionStage<StatefulRedisConnection<String, byte[]>> commands() {
        return client.connectAsync(CODEC, uri);
    }

    CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> channel() {
        return client.connectPubSubAsync(CODEC, uri);
    }

    @Override
    public void close() {
        client.shutdownAsync(0, 1, TimeUnit.SECONDS)
                .thenCompose(done -> shutdown())
                .toCompletableFuture()
                .join();
    }

    private CompletionStage<Boolean> shutdown() {
        var end = new CompletableFuture<Boolean>();
        resources.shutdown(0, 1, TimeUnit.SECONDS).addListener(done -> end.complete(true));
        return end;
    }
}
