package school.parta.platform.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rights that ended a moment ago. A request may have been let in by a session that was still remembered as good, and
 * begin its stream after the streams of that session were ended.
 */
final class RecentRevocations {

    private static final long MEMORY = 10_000_000_000L;

    private final ArrayDeque<Remembered> recent = new ArrayDeque<>();

    private record Remembered(Revocation revocation, long at) {}

    synchronized void remember(List<Revocation> revocations) {
        var now = System.nanoTime();
        forget(now);
        revocations.forEach(revocation -> recent.add(new Remembered(revocation, now)));
    }

    synchronized boolean any(Predicate<Revocation> condition) {
        forget(System.nanoTime());
        return recent.stream().anyMatch(remembered -> condition.test(remembered.revocation()));
    }

    private void forget(long now) {
        while (!recent.isEmpty() && now - recent.element().at() > MEMORY) {
            recent.remove();
        }
    }
}
