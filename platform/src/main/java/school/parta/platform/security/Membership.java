package school.parta.platform.security;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is in one school.
 *
 * @param tenant the school's number
 * @param school its slug
 * @param schoolName its name
 * @param timeZone in which its days begin and end
 * @param roles at least one
 * @param person the school's own record of the account's owner
 */
public record Membership(
        int tenant,
        String school,
        String schoolName,
        ZoneId timeZone,
        Set<Role> roles,
        @Nullable UUID person) {}
