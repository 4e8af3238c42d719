package school.parta.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningGateTest {

    private final OpeningGate gate = new OpeningGate(2);
    private final List<Integer> admitted = new ArrayList<>();

    private final class Visitor implements OpeningGate.Visitor {

        private final int number;
        private boolean gone;

        Visitor(int number) {
            this.number = number;
        }

        @Override
        public void admitted() {
            admitted.add(number);
        }

        @Override
        public boolean isGone() {
            return gone;
        }
    }

    private List<Visitor> visitors() {
        var visitors = IntStream.range(0, 5).mapToObj(Visitor::new).toList();
        visitors.forEach(gate::enter);
        return visitors;
    }

    @Test
    void onlyAsManyAsThereIsRoomForComeIn() {
        visitors();
        assertThat(admitted).containsExactly(0, 1);
        gate.leave();
        assertThat(admitted).containsExactly(0, 1, 2);
    }

    @Test
    void whoLeftTheLineIsPassedOver() {
        visitors().get(2).gone = true;
        gate.leave();
        assertThat(admitted).containsExactly(0, 1, 3);
    }

    @Test
    void roomThatNobodyWaitsForIsKept() {
        visitors();
        IntStream.range(0, 5).forEach(number -> gate.leave());
        assertThat(admitted).containsExactly(0, 1, 2, 3, 4);
        gate.enter(new Visitor(5));
        gate.enter(new Visitor(6));
        gate.enter(new Visitor(7));
        assertThat(admitted).endsWith(5, 6);
    }
}
