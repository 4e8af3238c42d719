package school.parta.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import school.parta.platform.security.Membership;
import school.parta.platform.security.Role;

/**
 * What the signed-in person can be: one entry for each school and side of it, work or family.
 *
 * @param membership in which school
 * @param role the one that names it
 * @param opensSchool whether it is the first of its school
 */
public record Hat(Membership membership, Role role, boolean opensSchool) {

    private static final Set<Role> FAMILY = Set.of(Role.GUARDIAN, Role.PUPIL);

    /** All of them, in the order of the memberships, work before family. */
    public static List<Hat> of(List<Membership> memberships) {
        var hats = new ArrayList<Hat>();
        for (var membership : memberships) {
            var before = hats.size();
            membership.roles().stream()
                    .filter(role -> !FAMILY.contains(role))
                    .sorted()
                    .findFirst()
                    .ifPresent(role -> hats.add(new Hat(membership, role, true)));
            membership.roles().stream()
                    .filter(FAMILY::contains)
                    .sorted()
                    .forEach(role -> hats.add(new Hat(membership, role, hats.size() == before)));
        }
        return hats;
    }

    /** Whether a membership means work in the school. */
    public static boolean works(Membership membership) {
        return !FAMILY.containsAll(membership.roles());
    }

    /** Whether it is the side that a page belongs to. */
    public static boolean at(Hat hat, Page page) {
        var diary = "/s/" + hat.membership().school() + "/diary";
        return page.at("/s/" + hat.membership().school()) && FAMILY.contains(hat.role()) == page.at(diary);
    }

    public boolean family() {
        return FAMILY.contains(role);
    }

    public String path() {
        return "/s/" + membership.school() + (family() ? "/diary" : "");
    }

    /** The key of its word. */
    public String name() {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
