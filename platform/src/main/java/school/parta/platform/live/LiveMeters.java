package school.parta.platform.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** What the live part of a node counts. */
final class LiveMeters {

    private final MeterRegistry registry;
    private final Counter offered;
    private final Counter overflows;
    private final Counter reloads;
    private final Counter cuts;
    private final Counter holes;
    private final Counter late;
    private final Counter dropped;
    private final Counter restarts;

    LiveMeters(MeterRegistry registry) {
        this.registry = registry;
        this.offered = registry.counter("parta.live.offered");
        this.overflows = registry.counter("parta.live.overflows");
        this.reloads = registry.counter("parta.live.reloads");
        this.cuts = registry.counter("parta.live.cuts");
        this.holes = registry.counter("parta.live.holes");
        this.late = registry.counter("parta.live.late");
        this.dropped = registry.counter("parta.live.messages.dropped");
        this.restarts = registry.counter("parta.live.restarts");
    }

    void watch(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    void offered(int streams) {
        if (streams > 0) {
            offered.increment(streams);
        }
    }

    void overflowed() {
        overflows.increment();
    }

    void reloaded(int schools) {
        reloads.increment(schools);
    }

    void cut() {
        cuts.increment();
    }

    void hole() {
        holes.increment();
    }

    /** A change that was known already. */
    void late() {
        late.increment();
    }

    /** A message from another node that was not understood. */
    void dropped() {
        dropped.increment();
    }

    void restarted() {
        restarts.increment();
    }
}
