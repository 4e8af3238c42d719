package school.parta.tenants.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import school.parta.platform.security.Account;
import school.parta.platform.security.Role;

/** What a password must not be. Length counts, composition does not. */
final class PasswordRules {

    private static final int LONGEST = 128;
    private static final int STAFF = 12;
    private static final int FAMILY = 8;
    private static final int LONG_ENOUGH_TO_MATTER = 4;
    private static final Set<Role> FAMILY_ROLES = EnumSet.of(Role.PUPIL, Role.GUARDIAN);

    private final Set<String> common;

    /**
     * Rules by a list.
     *
     * @param common passwords that everybody knows, in small letters
     */
    PasswordRules(Set<String> common) {
        this.common = common;
    }

    /** Why the password will not do; empty if it will. */
    Optional<PasswordUnfit> check(String wanted, Account account) {
        var shortest = shortest(account);
        if (wanted.codePointCount(0, wanted.length()) < shortest) {
            return Optional.of(new PasswordUnfit("short", shortest));
        }
        if (wanted.length() > LONGEST) {
            return Optional.of(new PasswordUnfit("long", LONGEST));
        }
        var plain = plain(wanted);
        if (isOwn(plain, account)) {
            return Optional.of(new PasswordUnfit("own", 0));
        }
        return isCommon(plain) ? Optional.of(new PasswordUnfit("common", 0)) : Optional.empty();
    }

    /** Those who see more than their own family need a longer one. */
    static int shortest(Account account) {
        var family = account.platformRoles().isEmpty()
                && account.memberships().stream().allMatch(each -> FAMILY_ROLES.containsAll(each.roles()));
        return family ? FAMILY : STAFF;
    }

    /** Built around one's own login or name, with hardly anything added. */
    private static boolean isOwn(String plain, Account account) {
        var words = account.name() + " " + account.login();
        var rest = plain;
        for (var word : words.split("[\\s@._-]+", -1)) {
            var own = plain(word);
            rest = own.length() >= LONG_ENOUGH_TO_MATTER ? rest.replace(own, "") : rest;
        }
        return rest.length() < plain.length() && rest.length() < LONG_ENOUGH_TO_MATTER + 1;
    }

    private boolean isCommon(String plain) {
        var letters = plain.replaceAll("[\\d\\W_]+$", "");
        return common.contains(plain)
                || common.contains(letters)
                || plain.chars().distinct().count() < LONG_ENOUGH_TO_MATTER
                || isRun(plain);
    }

    /** 123456789, abcdefgh or the same backwards. */
    private static boolean isRun(String plain) {
        var steps = plain.chars().toArray();
        var differences = new int[Math.max(0, steps.length - 1)];
        Arrays.setAll(differences, index -> steps[index + 1] - steps[index]);
        return Arrays.stream(differences).allMatch(step -> step == 1)
                || Arrays.stream(differences).allMatch(step -> step == -1);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
