package school.parta.platform.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right that ended: of all of an account, of one session or token, or in one school.
 *
 * @param id of the row
 * @param account whose right
 * @param session the one session or token; null for all
 * @param school the one school's number; null for all
 */
record Revocation(
        long id,
        UUID account,
        @Nullable UUID session,
        @Nullable Integer school) {}
