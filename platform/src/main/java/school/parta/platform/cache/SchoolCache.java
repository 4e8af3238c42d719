package school.parta.platform.cache;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import school.parta.platform.database.Scope;
import school.parta.platform.live.FollowedSchool;
import school.parta.platform.live.LiveHub;

/**
 * Values of a school that are never older than what a reader could know. A value carries the ledger number it was read
 * at and its topics; it is valid as long as none of them changed after that number, in the process and in Redis alike.
 * Nothing is ever invalidated. Rights are checked by the caller, before; a key must name everything a value depends on.
 */
public final class SchoolCache {

    private final LiveHub hub;
    private final ProcessCopies process;
    private final RedisCopies redis;
    private final CacheMeters meters;
    private final Map<Key, Flight<?>> flights = new ConcurrentHashMap<>();

    SchoolCache(LiveHub hub, ProcessCopies process, RedisCopies redis, CacheMeters meters) {
        this.hub = hub;
        this.process = process;
        this.redis = redis;
        this.meters = meters;
    }

    /** One question and what its asker may already know. */
    private record Question<T>(
            Key key, Class<T> type, Supplier<Mono<Computed<T>>> computation, FollowedSchool school, long known) {}

    /**
     * A value of the school in the Context, computed if no valid one is at hand; only once at a time on this node.
     *
     * @param name of the value within the school; always asked for with the same type
     * @param type of the value, a record
     * @param computation reads it, in one {@code transactions.read}
     */
    public <T> Mono<Fresh<T>> get(String name, Class<T> type, Supplier<Mono<Computed<T>>> computation) {
        return Mono.deferContextual(context -> {
            var key = new Key(Scope.of(context).tenant(), name);
            var school = hub.followed(key.tenant());
            return school == null
                    ? hub.follow(key.tenant()).flatMap(loaded -> get(key, type, computation, loaded, context))
                    : get(key, type, computation, school, context);
        });
    }

    private <T> Mono<Fresh<T>> get(
            Key key,
            Class<T> type,
            Supplier<Mono<Computed<T>>> computation,
            FollowedSchool school,
            ContextView context) {
        // Read before anything is found valid: a stream that begins here misses nothing that the value lacks.
        var position = school.last();
        var seen = Seen.of(context).seq();
        if (seen <= position) {
            Entry<T> entry = process.get(key);
            if (entry != null && entry.isCurrent(school)) {
                meters.process();
                return Mono.just(entry.at(position));
            }
        }
        var question = new Question<>(key, type, computation, school, Math.max(position, seen));
        return answer(question, context).map(entry -> entry.at(position));
    }

    @SuppressWarnings("unchecked")
    private <T> Mono<Entry<T>> answer(Question<T> question, ContextView context) {
        var own = new Flight<T>(question.known(), shared(question, context));
        var running = (Flight<T>) flights.compute(question.key(), (key, held) -> held == null ? own : held);
        if (running == own) {
            return own.result();
        }
        if (running.begun() >= question.known()) {
            meters.joined();
            return running.result();
        }
        return running.result()
                .filter(entry -> entry.seq() >= question.known() || isCurrent(entry, question))
                .doOnNext(entry -> meters.joined())
                .switchIfEmpty(Mono.defer(() -> answer(question, context)));
    }

    /** What has changed by now includes what had changed when the asker came. */
    private static boolean isCurrent(Entry<?> entry, Question<?> question) {
        return question.known() <= question.school().last() && entry.isCurrent(question.school());
    }

    private <T> Mono<Entry<T>> shared(Question<T> question, ContextView context) {
        return Mono.defer(() -> found(question).switchIfEmpty(computed(question)))
                // Before the result is told: who is not content with it must not find it again.
                .doOnTerminate(() -> flights.remove(question.key()))
                .contextWrite(context)
                .cache();
    }

    private <T> Mono<Entry<T>> found(Question<T> question) {
        if (question.known() > question.school().last()) {
            return Mono.empty();
        }
        return redis.get(question.key(), question.type())
                .filter(entry -> entry.isCurrent(question.school()))
                .doOnNext(entry -> meters.redis())
                .doOnNext(entry -> process.put(question.key(), entry));
    }

    private <T> Mono<Entry<T>> computed(Question<T> question) {
        return Mono.defer(question.computation()).map(computed -> {
            meters.computed();
            var topics = List.copyOf(computed.topics());
            var entry = new Entry<>(computed.seq(), topics, computed.value(), redis.body(computed.value()));
            process.put(question.key(), entry);
            redis.put(question.key(), entry);
            return entry;
        });
    }
}
