package school.parta.platform.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token was found to be.
 *
 * @param account whose it is, with what holds today
 * @param demo whether the account belongs to the demo world
 * @param seenAt when a session was last used; null for an API token
 */
record Found(Account account, boolean demo, @Nullable Instant seenAt) {}
