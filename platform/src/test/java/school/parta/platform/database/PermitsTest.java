package school.parta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class PermitsTest {

    private final Permits permits = new Permits(2, 1, Duration.ofMillis(200));

    private Permits.Permit taken(int school) {
        var permit = permits.acquire(school).doOnNext(Permits.Permit::take).block();
        assertThat(permit).isNotNull();
        return permit;
    }

    @Test
    void nobodyWaitsForeverAndTheWaitingLeaveNoTrace() {
        taken(1);
        taken(2);
        assertThatThrownBy(() -> permits.acquire(3).block()).isInstanceOf(Busy.class);
        assertThat(permits.queued()).isZero();
    }

    @Test
    void oneSchoolCannotTakeAll() {
        taken(1);
        assertThatThrownBy(() -> permits.acquire(1).block()).isInstanceOf(Busy.class);
        taken(2);
    }

    @Test
    void releaseServesTheFirstWhoMayBeServed() {
        var first = taken(1);
        var second = taken(2);
        List<Integer> served = new ArrayList<>();
        permits.acquire(2).doOnNext(Permits.Permit::take).subscribe(permit -> served.add(2));
        permits.acquire(1).doOnNext(Permits.Permit::take).subscribe(permit -> served.add(1));
        first.release();
        assertThat(served).containsExactly(1);
        second.release();
        assertThat(served).containsExactly(1, 2);
    }

    @Test
    void permitThatNobodyTakesGoesBack() {
        permits.acquire(1).subscribe();
        assertThat(permits.free()).isEqualTo(2);
    }

    @Test
    void permitThatComesTooEarlyIsNotCountedTwice() {
        List<Permits.Permit> late = new ArrayList<>();
        permits.acquire(1).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                // asks for nothing yet
            }

            @Override
            protected void hookOnNext(Permits.Permit permit) {
                late.add(permit);
            }
        });
        assertThat(late).isEmpty();
        assertThat(permits.free()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheQueueIsForgotten() {
        taken(1);
        var waiting = permits.acquire(1).subscribe();
        assertThat(permits.queued()).isEqualTo(1);
        waiting.dispose();
        assertThat(permits.queued()).isZero();
    }
}
