package school.parta.tenants.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The school's rules that a write is measured by.
 *
 * @param author how the actor is named beside a mark
 * @param editWindowDays how many days after the lesson nobody asks why
 * @param scales those of the groups concerned
 * @param workTypes the first is the default
 */
record Rulebook(String author, int editWindowDays, List<Scale> scales, List<Kind> workTypes, List<Code> absenceCodes) {

    /** The values a mark may have. */
    record Scale(UUID id, List<String> values) {}

    /** A work type with the weight it has in averages. */
    record Kind(UUID id, String name, BigDecimal weight) {

        WorkType shown() {
            return new WorkType(id, name);
        }
    }

    /** A letter for an absence and what it means. */
    record Code(String code, String kind) {

        boolean late() {
            return kind.equals("late");
        }
    }

    List<String> values(UUID scale) {
        return scales.stream()
                .filter(known -> known.id().equals(scale))
                .findFirst()
                .map(Scale::values)
                .orElse(List.of());
    }

    Optional<Kind> workType(UUID id) {
        return workTypes.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    Optional<Code> absenceCode(String letters) {
        var code = letters.strip().toLowerCase(Locale.ROOT);
        return absenceCodes.stream().filter(known -> known.code().equals(code)).findFirst();
    }
}
