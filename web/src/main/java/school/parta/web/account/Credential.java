package school.parta.web.account;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Login and password as a program sends them.
 *
 * @param code of a second factor
 */
record Credential(
        @NotNull String login,
        @NotNull String password,
        @Nullable String code) {

    @Override
    public String toString() {
        return "Credential";
    }
}
