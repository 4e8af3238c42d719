package school.parta.platform.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to sign in.
 *
 * @param login as it was typed; case and outer blanks do not matter
 * @param password as it was typed
 * @param address the peer's, for counting failures
 * @param device what the browser is, in words
 * @param browser the session token that the browser already has
 */
public record Attempt(
        String login,
        String password,
        String address,
        String device,
        @Nullable String browser) {

    String name() {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Attempt";
    }
}
