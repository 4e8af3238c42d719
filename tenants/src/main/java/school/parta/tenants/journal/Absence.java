package school.parta.tenants.journal;

import org.jspecify.annotations.Nullable;

/**
 * A pupil's absence from a lesson.
 *
 * @param code one of the school's codes, in lower case
 * @param minutes how late, for a late arrival
 * @param version counts up with every change of this pupil's presence in this lesson
 */
public record Absence(String code, @Nullable Integer minutes, int version) {}
