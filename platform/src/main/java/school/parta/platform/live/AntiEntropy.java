package school.parta.platform.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every two seconds compares what is applied with what the ledgers say, and looks for rights that ended. It alone
 * carries the streams when Redis is away or a node died between commit and message.
 */
final class AntiEntropy {

    private static final Logger log = LoggerFactory.getLogger(AntiEntropy.class);

    /** A revocation may become visible as much later than its own time as a unit of work can last, and more. */
    private static final double OVERLAP = 15;

    private final Heads heads;
    private final LiveHub hub;
    private final Streams streams;
    private final LiveThreads threads;
    private final LiveSettings settings;
    private Set<Long> known = new HashSet<>();
    private volatile long comparedAt = System.nanoTime();
    private volatile long behind;
    private boolean complained;

    AntiEntropy(
            Heads heads, LiveHub hub, Streams streams, LiveThreads threads, LiveSettings settings, LiveMeters meters) {
        this.heads = heads;
        this.hub = hub;
        this.streams = streams;
        this.threads = threads;
        this.settings = settings;
        meters.watch("parta.live.compared.seconds", "Since the last comparison with the ledger heads", this::age);
        meters.watch("parta.live.behind", "Changes not yet applied at the last comparison", () -> behind);
    }

    void start() {
        threads.later(settings.compare(), this::compare);
    }

    private double age() {
        return (System.nanoTime() - comparedAt) / 1e9;
    }

    private void compare() {
        var before = hub.all().stream()
                .filter(school -> school.last() >= 0)
                .collect(Collectors.toMap(school -> school.tenant, FollowedSchool::last));
        var asked = System.nanoTime();
        heads.read(before.keySet(), OVERLAP + age())
                .doFinally(signal -> threads.later(jittered(settings.compare()), this::compare))
                .subscribe(news -> take(news, before, asked), this::failed);
    }

    private static Duration jittered(Duration period) {
        return Duration.ofNanos(
                (long) (period.toNanos() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    private void take(Heads.News news, Map<Integer, Long> before, long asked) {
        complained = false;
        comparedAt = asked;
        var lag = 0L;
        for (var head : news.heads()) {
            var school = hub.known(head.tenant());
            if (school != null) {
                lag += Math.max(0, head.seq() - school.last());
                school.compare(head.seq(), before.getOrDefault(head.tenant(), 0L));
            }
        }
        behind = lag;
        streams.revoked(news.revoked().stream()
                .filter(revocation -> !known.contains(revocation.id()))
                .toList());
        known = news.revoked().stream().map(Revocation::id).collect(Collectors.toSet());
    }

    private void failed(Throwable failure) {
        if (!complained) {
            complained = true;
            log.warn("The heads of the followed schools could not be read: {}", failure.toString());
        }
    }
}
