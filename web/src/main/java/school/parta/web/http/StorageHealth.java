package school.parta.web.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;

/**
 * Not ready until the database has answered once. After that its absence is a degraded state and not a failure: a
 * balancer that dropped the node would only cut live streams that wait for the database to come back.
 */
@Component("storage")
class StorageHealth implements ReactiveHealthIndicator {

    private static final String DEGRADED = "DEGRADED";

    private final Transactions transactions;
    private volatile boolean reached;

    StorageHealth(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Mono<Health> health() {
        return transactions.alive().map(this::told);
    }

    private Health told(boolean alive) {
        reached |= alive;
        if (alive) {
            return Health.up().build();
        }
        return reached ? Health.status(DEGRADED).build() : Health.outOfService().build();
    }
}
