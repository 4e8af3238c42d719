package school.parta.platform.security;

import java.time.Duration;
import school.parta.platform.refusal.Exhausted;

/** Too many failed sign-ins of the account or from the address. */
public final class TooManyAttempts extends Exhausted {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super(Math.max(1, wait.toMinutes()));
        this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}
