package school.parta.platform.security;

/**
 * What a request shows to be let in.
 *
 * @param kind where to look
 * @param hash SHA-256 of the token, in hexadecimal
 */
record Key(Kind kind, String hash) {

    enum Kind {
        SESSION,
        TOKEN
    }

    static Key session(String token) {
        return new Key(Kind.SESSION, Tokens.hash(token));
    }

    static Key token(String token) {
        return new Key(Kind.TOKEN, Tokens.hash(token));
    }
}
