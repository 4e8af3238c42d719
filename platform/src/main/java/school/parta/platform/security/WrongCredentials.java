package school.parta.platform.security;

/** Login and password do not belong together; whether there is such a login is not told (401). */
public final class WrongCredentials extends RuntimeException {

    public WrongCredentials() {
        super(null, null, false, false);
    }
}
