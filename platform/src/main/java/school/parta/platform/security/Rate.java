package school.parta.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How fast an account may ask this node: a bucket that holds and refills one second's worth. */
@Component
public class Rate {

    private final int perSecond;
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofSeconds(10)).build();

    Rate(LimitSettings limits) {
        this.perSecond = limits.requestsPerSecond();
    }

    /** Takes one request's worth; whether there was any. */
    public boolean allows(UUID account) {
        return allows(account, System.nanoTime());
    }

    boolean allows(UUID account, long now) {
        return buckets.get(account, id -> new Bucket(perSecond, now)).take(perSecond, now);
    }

    private static final class Bucket {

        private double left;
        private long at;

        Bucket(int left, long at) {
            this.left = left;
            this.at = at;
        }

        synchronized boolean take(int perSecond, long now) {
            left = Math.min(perSecond, left + (now - at) * 1e-9 * perSecond);
            at = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
