package school.parta.platform.database;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a failed statement means for the unit of work: run it again, look the answer up, or say that storage is away. */
final class Failures {

    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "55P03");
    private static final Set<String> AWAY =
            Set.of("57014", "57P01", "57P02", "57P03", "57P05", "25P03", "53300", "53100");

    private Failures() {}

    static boolean repeatable(Throwable failure) {
        var state = state(failure);
        return state != null && REPEATABLE.contains(state);
    }

    static boolean lockWait(Throwable failure) {
        return "55P03".equals(state(failure));
    }

    /** A text that cannot be stored, such as one with a NUL in it. */
    static boolean unstorable(Throwable failure) {
        return "22021".equals(state(failure));
    }

    static boolean appliedAlready(Throwable failure) {
        return "PA001".equals(state(failure));
    }

    static boolean away(Throwable failure) {
        var state = state(failure);
        if (state != null && (AWAY.contains(state) || state.startsWith("08"))) {
            return true;
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcTimeoutException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String state(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refused) {
                return refused.getSqlState();
            }
        }
        return null;
    }
}
