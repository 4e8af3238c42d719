package school.parta.tenants.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AveragesTest {

    private static final List<Averages.Threshold> THRESHOLDS =
            List.of(promise("5", "4.5"), promise("4", "3.5"), promise("3", "2.5"), promise("2", "0"));

    private static Averages.Threshold promise(String value, String from) {
        return new Averages.Threshold(value, new BigDecimal(from));
    }

    private static Averages.Weighted mark(@Nullable String number, String weight) {
        return new Averages.Weighted(number == null ? null : new BigDecimal(number), new BigDecimal(weight));
    }

    private static @Nullable String average(Averages.Weighted... marks) {
        return Averages.shown(Averages.of(List.of(marks)));
    }

    @Test
    void weightsCount() {
        assertThat(average(mark("5", "3"), mark("5", "1"), mark("4", "5"))).isEqualTo("4.44");
    }

    @Test
    void halfIsRoundedUp() {
        assertThat(average(mark("4.645", "1"))).isEqualTo("4.65");
        assertThat(average(mark("4.644", "1"))).isEqualTo("4.64");
        assertThat(average(mark("5", "1"), mark("4", "1"))).isEqualTo("4.50");
    }

    @Test
    void whatHasNoNumberOrWeightCountsForNothing() {
        assertThat(average()).isNull();
        assertThat(average(mark(null, "3"))).isNull();
        assertThat(average(mark("5", "0"))).isNull();
        assertThat(average(mark(null, "3"), mark("4", "1"), mark("2", "0"))).isEqualTo("4.00");
    }

    @Test
    void forecastIsTheBestValueReached() {
        assertThat(forecast("4.50")).isEqualTo("5");
        assertThat(forecast("4.49")).isEqualTo("4");
        assertThat(forecast("2.50")).isEqualTo("3");
        assertThat(forecast("1.00")).isEqualTo("2");
        assertThat(Averages.forecast(null, THRESHOLDS)).isNull();
        assertThat(Averages.forecast(BigDecimal.ONE, List.of())).isNull();
    }

    private static @Nullable String forecast(String average) {
        return Averages.forecast(new BigDecimal(average), THRESHOLDS);
    }

    @Test
    void tenThousandAveragesLieWhereExactArithmeticSays() {
        var random = new Random(65);
        for (var round = 0; round < 10_000; round++) {
            var marks = new ArrayList<Averages.Weighted>();
            long sum = 0;
            long weights = 0;
            for (var count = random.nextInt(12); count >= 0; count--) {
                int number = 1 + random.nextInt(5);
                int quarters = random.nextInt(13);
                marks.add(mark(
                        String.valueOf(number),
                        BigDecimal.valueOf(quarters * 25L, 2).toString()));
                sum += (long) number * quarters;
                weights += quarters;
            }
            var average = Averages.of(marks);
            if (weights == 0) {
                assertThat(average).isNull();
            } else {
                // The shown hundredths times two, against the exact half-up rule in whole numbers.
                var hundredths = (2 * 100 * sum + weights) / (2 * weights);
                assertThat(average).isEqualByComparingTo(BigDecimal.valueOf(hundredths, 2));
            }
        }
    }
}
