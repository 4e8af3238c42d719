package school.parta.tenants.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of a lesson: those who were absent, late or exempt. */
public record Register(List<Line> absences) {

    /** What was recorded of one pupil; {@code version} counts up with every change. */
    public record Line(UUID pupil, String code, @Nullable Integer minutes, int version) {}
}
