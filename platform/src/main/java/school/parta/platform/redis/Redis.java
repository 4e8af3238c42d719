package school.parta.platform.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the product asks of Redis. Nothing here fails and nothing waits: while Redis is away or slow, reading finds
 * nothing and writing does nothing. A frozen Redis costs one read 200 ms, once.
 */
public final class Redis {

    /** Stores the value unless one of the same or a higher number is there. */
    private static final String SET_IF_NEWER = """
            local old = redis.call('get', KEYS[1])
            if old then
              local seq = tonumber(string.match(old, '"seq":(%d+)'))
              if seq and seq >= tonumber(ARGV[2]) then
                return 0
              end
            end
            redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[3])
            return 1
            """;

    private final String prefix;
    private final Breaker breaker;
    private final Line<StatefulRedisConnection<String, byte[]>> line;
    private final Channel channel;

    Redis(String prefix, Breaker breaker, Line<StatefulRedisConnection<String, byte[]>> line, Channel channel) {
        this.prefix = prefix;
        this.breaker = breaker;
        this.line = line;
        this.channel = channel;
    }

    /** The installation's name for a key. */
    public String key(int tenant, String name) {
        return prefix + ":" + tenant + ":" + name;
    }

    /** What stands under a key; empty without a value and while Redis is away. */
    public Mono<byte[]> get(String key) {
        return Mono.defer(() -> {
                    var answer = ask(commands -> commands.get(key));
                    return answer == null ? Mono.empty() : Mono.fromCompletionStage(answer);
                })
                .onErrorComplete();
    }

    /**
     * Stores a JSON value with a member {@code "seq"} unless a value with the same or a higher one is there.
     *
     * @param life after which Redis forgets it
     */
    public void setIfNewer(String key, byte[] value, long seq, Duration life) {
        ask(commands -> commands.eval(
                SET_IF_NEWER,
                ScriptOutputType.INTEGER,
                new String[] {key},
                value,
                bytes(Long.toString(seq)),
                bytes(Long.toString(life.toMillis()))));
    }

    /** Stores a value whatever stands there. */
    public void set(String key, byte[] value, Duration life) {
        ask(commands -> commands.set(key, value, SetArgs.Builder.px(life.toMillis())));
    }

    /** Forgets a key. */
    public void delete(String key) {
        ask(commands -> commands.del(key));
    }

    /** Sends a message to every node that listens, this one included; it may get lost. */
    public void publish(byte[] message) {
        ask(commands -> commands.publish(channel.name(), message));
    }

    /** Hears every message from now on, on a thread that must not be kept. */
    public void listen(Consumer<byte[]> listener) {
        channel.listen(listener);
    }

    /** Whether Redis is connected and answers in time. */
    public boolean isThere() {
        return breaker.isClosed();
    }

    private <T> @Nullable CompletionStage<T> ask(
            Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        var connection = line.current();
        if (connection == null || !breaker.isClosed()) {
            return null;
        }
        return command.apply(connection.async()).whenComplete(this::judged);
    }

    private void judged(@Nullable Object answer, @Nullable Throwable failure) {
        if (!Line.answered(failure)) {
            breaker.open(System.nanoTime());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
