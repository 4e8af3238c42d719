/** A pupil's week and averages, as the family reads them. A read side: owns no facts, nothing points at it. */
@NullMarked
package school.parta.tenants.diary;

import org.jspecify.annotations.NullMarked;
