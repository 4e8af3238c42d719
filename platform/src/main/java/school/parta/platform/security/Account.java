package school.parta.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in, and by which session or token.
 *
 * @param id of the account
 * @param login under which it signs in
 * @param name as it is shown
 * @param language {@code ru} or {@code en}
 * @param platformRoles what it is to the platform
 * @param memberships what it is in schools, by the school's name
 * @param session the id of the session or token
 */
public record Account(
        UUID id,
        String login,
        String name,
        String language,
        Set<PlatformRole> platformRoles,
        List<Membership> memberships,
        UUID session) {

    /** The membership in a school; empty answers like a school that does not exist. */
    public Optional<Membership> in(String school) {
        return memberships.stream()
                .filter(membership -> membership.school().equals(school))
                .findFirst();
    }
}
