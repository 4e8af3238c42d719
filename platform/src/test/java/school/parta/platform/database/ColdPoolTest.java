package school.parta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ColdPoolTest {

    @Test
    void crowdAtTheFirstMomentIsServed() {
        try (var units = new TestUnits(8, 4)) {
            var served = Flux.range(0, 64)
                    .flatMap(each -> units.subjects().contextWrite(units.in(units.school)), 64)
                    .collectList()
                    .block(Duration.ofSeconds(5));
            assertThat(served).hasSize(64);
        }
    }
}
