package school.parta.platform.database;

/**
 * The Idempotency-Key of a request.
 *
 * @param key 1 to 64 visible characters, chosen by the client
 * @param hash SHA-256 of method, path, If-Match and raw body, in hexadecimal
 * @param status the status of the handler's success, kept with the answer
 */
public record RequestKey(String key, String hash, int status) {}
