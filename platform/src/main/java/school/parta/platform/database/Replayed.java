package school.parta.platform.database;

import org.jspecify.annotations.Nullable;

/** Not a failure: this request was answered before, and here is that answer again. */
public final class Replayed extends RuntimeException {

    private final int status;
    private final @Nullable String body;

    Replayed(int status, @Nullable String body) {
        super(null, null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** JSON, or null where the answer had no body. */
    public @Nullable String body() {
        return body;
    }
}
