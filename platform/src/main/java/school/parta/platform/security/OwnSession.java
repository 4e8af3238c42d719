package school.parta.platform.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which an account is signed in, as its owner sees it.
 *
 * @param id of the session
 * @param device the browser, in words
 * @param createdAt when it signed in
 * @param seenAt when it was last used, to the minute
 * @param current whether it is the one that asks
 */
public record OwnSession(UUID id, String device, Instant createdAt, Instant seenAt, boolean current) {}
