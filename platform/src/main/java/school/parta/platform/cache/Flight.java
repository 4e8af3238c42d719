package school.parta.platform.cache;

import reactor.core.publisher.Mono;

/** A computation that is under way, for any number of callers; none of them can cancel it. */
final class Flight<T> {

    private final long begun;
    private final Mono<Entry<T>> result;

    /**
     * @param begun the school's position when it began; what it reads is at least as new
     * @param result its result, shared
     */
    Flight(long begun, Mono<Entry<T>> result) {
        this.begun = begun;
        this.result = result;
    }

    long begun() {
        return begun;
    }

    Mono<Entry<T>> result() {
        return result;
    }
}
