package school.parta.platform.security;

import java.time.Instant;

/**
 * A sign-in that succeeded.
 *
 * @param token the only copy of it
 * @param expiresAt when it ends, however busy it is
 */
public record Opened(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Opened until " + expiresAt;
    }
}
