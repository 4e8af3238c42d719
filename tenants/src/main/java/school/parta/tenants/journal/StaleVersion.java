package school.parta.tenants.journal;

import java.util.Map;
import school.parta.platform.refusal.Conflict;

/** Somebody has changed it meanwhile; what stands there now comes along. */
public final class StaleVersion extends Conflict {

    private final transient Object current;

    StaleVersion(Object current) {
        this.current = current;
    }

    /** A {@link Mark}, a {@link Lesson} or the recorded presence of a pupil. */
    public Object current() {
        return current;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("current", current);
    }
}
