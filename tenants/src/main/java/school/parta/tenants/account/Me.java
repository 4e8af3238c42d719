package school.parta.tenants.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.security.PlatformRole;
import school.parta.platform.security.Role;

/**
 * Who is signed in and what they are where, as outside clients read it.
 *
 * @param account who
 * @param memberships what they are in each school
 */
public record Me(Self account, List<Place> memberships) {

    /** The account itself. */
    public record Self(UUID id, String login, String name, String language, Set<PlatformRole> platformRoles) {}

    /**
     * What the account is in a school.
     *
     * @param school its slug
     * @param pupils a guardian's children, or a pupil's own self
     */
    public record Place(String school, String schoolName, ZoneId timeZone, List<Role> roles, List<Pupil> pupils) {}

    /**
     * A pupil that the account stands for.
     *
     * @param schoolClass the class of today; null for one who is in none
     */
    public record Pupil(
            UUID id,
            String name,
            @JsonProperty("class") @Nullable String schoolClass) {}
}
