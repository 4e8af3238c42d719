package school.parta.tenants.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register.
 *
 * @param code one of the school's, case ignored
 * @param minutes how late, only for a late arrival
 */
public record AbsentPupil(UUID pupil, String code, @Nullable Integer minutes) {}
