package school.parta.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The copies of this process, bounded by their weight. */
final class ProcessCopies {

    private final Cache<Key, Entry<?>> entries;

    ProcessCopies(long bytes, Duration life) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Entry<?> entry) -> entry.weight())
                .expireAfter(Expiry.creating((Key key, Entry<?> entry) -> RedisCopies.jittered(life)))
                .build();
    }

    /** The key names the type: only values of that type are stored under it. */
    @SuppressWarnings("unchecked")
    <T> @Nullable Entry<T> get(Key key) {
        return (Entry<T>) entries.getIfPresent(key);
    }

    /** Stores it unless one of the same or a higher number is there. */
    void put(Key key, Entry<?> entry) {
        entries.asMap().merge(key, entry, (old, fresh) -> fresh.seq() > old.seq() ? fresh : old);
    }

    void clear() {
        entries.invalidateAll();
    }
}
