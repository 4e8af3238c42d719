package school.parta.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Where answers came from. */
final class CacheMeters {

    private final Counter process;
    private final Counter redis;
    private final Counter computed;
    private final Counter joined;
    private final Counter refused;

    CacheMeters(MeterRegistry registry) {
        this.process = registry.counter("parta.cache", "from", "process");
        this.redis = registry.counter("parta.cache", "from", "redis");
        this.computed = registry.counter("parta.cache", "from", "computation");
        this.joined = registry.counter("parta.cache", "from", "joined");
        this.refused = registry.counter("parta.cache.refused");
    }

    void process() {
        process.increment();
    }

    void redis() {
        redis.increment();
    }

    void computed() {
        computed.increment();
    }

    void joined() {
        joined.increment();
    }

    /** A copy in Redis that was not what its key says. */
    void refused() {
        refused.increment();
    }
}
