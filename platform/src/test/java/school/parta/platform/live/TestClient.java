package school.parta.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A client that takes as much as it is told to and remembers all of it. */
final class TestClient implements Subscriber<byte[]>, Wire {

    private static final Pattern CHANGED = Pattern.compile("id: (\\S+)\nevent: changed\n");

    private final StringBuilder text = new StringBuilder();

    @Nullable
    LiveStream stream;

    volatile long pending;
    volatile boolean cut;
    private volatile boolean ended;
    private @Nullable Subscription subscription;

    /** Begins to read and takes everything. */
    TestClient reading() {
        return reading(Long.MAX_VALUE);
    }

    TestClient reading(long events) {
        if (subscription == null) {
            Objects.requireNonNull(stream).subscribe(this);
        }
        Objects.requireNonNull(subscription).request(events);
        return this;
    }

    synchronized String text() {
        return text.toString();
    }

    /** Ledger numbers of the changes it heard of, in order. */
    List<Long> changes() {
        return CHANGED.matcher(text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(id -> Long.valueOf(id.substring(id.lastIndexOf(':') + 1)))
                .toList();
    }

    int reloads() {
        return text().split("event: reload", -1).length - 1;
    }

    boolean isEnded() {
        return ended;
    }

    TestClient hears(long seq) {
        return eventually(5, () -> assertThat(changes()).contains(seq));
    }

    TestClient ends() {
        return eventually(5, () -> assertThat(ended).isTrue());
    }

    TestClient eventually(int seconds, Runnable assertion) {
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (true) {
            try {
                assertion.run();
                return this;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
            }
            pause(5);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
    }

    @Override
    public synchronized void onNext(byte[] bytes) {
        text.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public long pending() {
        return pending;
    }

    @Override
    public void cut() {
        cut = true;
    }
}
