package school.parta.platform.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Connections and permits of this node, to see who waits for what. */
@Component
class DatabaseMetrics implements MeterBinder {

    private final Pool pool;
    private final Transactions transactions;

    DatabaseMetrics(Pool pool, Transactions transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "parta.database.connections.acquired", units -> pool.acquired());
        gauge(registry, "parta.database.connections.idle", units -> pool.idle());
        gauge(registry, "parta.database.permits.reads", units -> units.free().reads());
        gauge(registry, "parta.database.permits.writes", units -> units.free().writes());
        gauge(registry, "parta.database.permits.kept", units -> units.free().kept());
        gauge(registry, "parta.database.queued", Transactions::queued);
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Transactions> value) {
        Gauge.builder(name, transactions, value).register(registry);
    }
}
