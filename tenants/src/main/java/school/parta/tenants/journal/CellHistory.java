package school.parta.tenants.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that was ever written about one pupil in one lesson, oldest first. */
public record CellHistory(List<Line> lines) {

    /**
     * One change.
     *
     * @param kind as in the ledger, such as {@code mark.corrected}
     * @param entity the mark's id, or one that stands for the absence
     * @param by surname and initials of who did it; null once that was erased
     * @param before what stood there, null before the first
     * @param after what stands there since, null when it was taken away
     * @param reason why, if a reason was given
     */
    public record Line(
            long seq,
            Instant at,
            String kind,
            UUID entity,
            @Nullable String by,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            @Nullable String reason) {}
}
