package school.parta.tenants.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weighted average and what it promises. */
public final class Averages {

    private Averages() {}

    /**
     * What a mark counts for.
     *
     * @param number of the value on its scale; null counts for nothing
     * @param weight of its work type
     */
    public record Weighted(@Nullable BigDecimal number, BigDecimal weight) {}

    /** The value is promised by an average of at least {@code fromAverage}. */
    public record Threshold(String value, BigDecimal fromAverage) {}

    /** Σ(number × weight) / Σ(weight), two digits, half up; null when nothing counts. */
    public static @Nullable BigDecimal of(Collection<Weighted> marks) {
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (var mark : marks) {
            if (mark.number() != null) {
                sum = sum.add(mark.number().multiply(mark.weight()));
                weights = weights.add(mark.weight());
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, 2, RoundingMode.HALF_UP);
    }

    /** The best value whose threshold the average reaches, as it is shown: 4.645 is shown as 4.65 and counts as such. */
    public static @Nullable String forecast(@Nullable BigDecimal average, List<Threshold> thresholds) {
        if (average == null) {
            return null;
        }
        return thresholds.stream()
                .filter(threshold -> threshold.fromAverage().compareTo(average) <= 0)
                .max(Comparator.comparing(Threshold::fromAverage))
                .map(Threshold::value)
                .orElse(null);
    }

    /** As the outside contract writes it. */
    public static @Nullable String shown(@Nullable BigDecimal average) {
        return average == null ? null : average.toPlainString();
    }
}
