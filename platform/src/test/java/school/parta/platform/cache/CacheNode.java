package school.parta.platform.cache;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Scope;
import school.parta.platform.ledger.Topic;
import school.parta.platform.live.TestNode;
import tools.jackson.databind.json.JsonMapper;

/** A node with a cache, and one value in it: how many changes a topic has had. */
final class CacheNode {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AtomicInteger computations = new AtomicInteger();
    final TestNode node;
    final SchoolCache cache;
    final String name;
    private final Topic topic;

    record Count(long changes, long asOf, String cursor) {}

    CacheNode(TestNode node, Topic topic) {
        this.node = node;
        this.topic = topic;
        this.name = "count:" + topic.name();
        var counted = new CacheMeters(meters);
        var life = Duration.ofMinutes(10);
        this.cache = new SchoolCache(
                node.hub(),
                new ProcessCopies(10_000_000, life),
                new RedisCopies(node.redis.redis(), JsonMapper.builder().build(), counted, life),
                counted);
    }

    Mono<Fresh<Count>> ask() {
        return ask(Mono.empty());
    }

    /** The computation reads, and then waits. */
    Mono<Fresh<Count>> ask(Mono<?> afterReading) {
        return cache.get(name, Count.class, () -> computed().delayUntil(read -> afterReading.then()))
                .contextWrite(Scope.service(node.school)::in);
    }

    private Mono<Computed<Count>> computed() {
        return node.storage.transactions.read(unit -> node.storage
                .sql
                .of("select count(*) from ledger where tenant_id = :tenant and topics @> array[:topic]::text[]")
                .bind("topic", topic.name())
                .value(Long.class)
                .map(changes -> {
                    computations.incrementAndGet();
                    return new Computed<>(unit.seq(), Set.of(topic), new Count(changes, 0, ""));
                }));
    }

    long now() {
        return ask().block().value().changes();
    }

    long change() {
        return node.change("mark.given", topic);
    }

    String key() {
        return node.redis.redis().key(node.school, "c:" + name);
    }

    double from(String layer) {
        return meters.get("parta.cache").tag("from", layer).counter().count();
    }
}
