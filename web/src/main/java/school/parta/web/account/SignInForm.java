package school.parta.web.account;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page sends.
 *
 * @param next where to go then
 */
record SignInForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String next) {

    @Override
    public String toString() {
        return "SignInForm";
    }
}
