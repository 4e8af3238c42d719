package school.parta.tenants.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.Conflict;

/** Somebody has changed it meanwhile; what stands there now comes along. */
public final class StaleVersion extends Conflict {

    private final transient @Nullable Object current;

    StaleVersion(@Nullable Object current) {
        this.current = current;
    }

    /** A {@link Mark}, a {@link Lesson} or the recorded presence of a pupil; null for a mark that was taken away. */
    public @Nullable Object current() {
        return current;
    }

    @Override
    public Map<String, Object> members() {
        return current == null ? Map.of() : Map.of("current", current);
    }
}
