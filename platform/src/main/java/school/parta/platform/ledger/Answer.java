package school.parta.platform.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, kept with the change that it answers.
 *
 * @param key Idempotency-Key or opId
 * @param requestHash SHA-256 of what was asked, in hexadecimal
 * @param status the HTTP status of the answer
 * @param response the answer as JSON, its {@code seq} members provisional (see {@link Sequenced})
 */
public record Answer(
        String key,
        String requestHash,
        int status,
        @Nullable String response) {}
