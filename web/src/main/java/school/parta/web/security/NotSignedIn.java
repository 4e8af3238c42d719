package school.parta.web.security;

/** Only for those who are signed in (401). */
final class NotSignedIn extends RuntimeException {

    NotSignedIn() {
        super(null, null, false, false);
    }
}
