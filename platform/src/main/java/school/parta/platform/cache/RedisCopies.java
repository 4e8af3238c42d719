package school.parta.platform.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Topic;
import school.parta.platform.redis.Redis;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The copies that nodes share. Each names its own key and school, and one that names others is thrown away. */
final class RedisCopies {

    private final Redis redis;
    private final JsonMapper json;
    private final CacheMeters meters;
    private final Duration life;

    RedisCopies(Redis redis, JsonMapper json, CacheMeters meters, Duration life) {
        this.redis = redis;
        this.json = json;
        this.meters = meters;
        this.life = life;
    }

    record Copy<T>(String key, int tenant, long seq, List<String> topics, T value) {

        boolean isOf(Key wanted) {
            return tenant == wanted.tenant() && wanted.name().equals(key) && topics != null && value != null;
        }
    }

    <T> Mono<Entry<T>> get(Key key, Class<T> type) {
        var name = name(key);
        return redis.get(name).flatMap(bytes -> Mono.justOrEmpty(read(key, name, bytes, type)));
    }

    private <T> Optional<Entry<T>> read(Key key, String name, byte[] bytes, Class<T> type) {
        try {
            @Nullable Copy<T> copy = json.readValue(bytes, typeOf(type));
            if (copy != null && copy.isOf(key)) {
                var topics = copy.topics().stream().map(Topic::new).toList();
                return Optional.of(new Entry<>(copy.seq(), topics, copy.value(), body(copy.value())));
            }
        } catch (JacksonException broken) {
            // Refused below like a copy of something else.
        }
        meters.refused();
        redis.delete(name);
        return Optional.empty();
    }

    /** A value as it will be answered. */
    Body body(Object value) {
        return new Body(json.writeValueAsBytes(value));
    }

    private JavaType typeOf(Class<?> type) {
        return json.getTypeFactory().constructParametricType(Copy.class, type);
    }

    <T> void put(Key key, Entry<T> entry) {
        if (redis.isThere()) {
            var topics = entry.topics().stream().map(Topic::name).toList();
            var copy = new Copy<>(key.name(), key.tenant(), entry.seq(), topics, entry.value());
            redis.setIfNewer(name(key), json.writeValueAsBytes(copy), entry.seq(), jittered(life));
        }
    }

    static Duration jittered(Duration life) {
        return Duration.ofMillis(
                (long) (life.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private String name(Key key) {
        return redis.key(key.tenant(), "c:" + key.name());
    }
}
