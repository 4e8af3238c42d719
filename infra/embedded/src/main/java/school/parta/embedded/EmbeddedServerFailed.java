package school.parta.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot run; the message says why in one sentence and {@link #action()} what to do about it. */
public final class EmbeddedServerFailed extends RuntimeException {

    private final String action;

    EmbeddedServerFailed(String message, String action) {
        this(message, action, null);
    }

    EmbeddedServerFailed(String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What the person who started the service can do, as a full sentence. */
    public String action() {
        return action;
    }
}
