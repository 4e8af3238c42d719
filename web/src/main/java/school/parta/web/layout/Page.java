package school.parta.web.layout;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.parta.platform.security.Account;
import school.parta.platform.security.Membership;

/**
 * The frame of a page: who looks at it, in which language and from where.
 *
 * @param words in the reader's language
 * @param account who is signed in
 * @param membership as what, on pages of a school
 * @param csrf what forms send back in the field {@code _csrf}
 * @param path of the page, without the query
 * @param files the prefix of static files, which changes with their content
 * @param script the sentences that scripts need, as JSON
 */
public record Page(
        Words words,
        @Nullable Account account,
        @Nullable Membership membership,
        String csrf,
        String path,
        String files,
        String script) {

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** A fresh key for a form, so that sending it twice takes effect once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The schools whose changes a page of this account may hear of, as the live stream wants them. */
    public String schools() {
        return memberships().stream()
                .map(Membership::school)
                .distinct()
                .limit(20)
                .collect(Collectors.joining(","));
    }

    public List<Membership> memberships() {
        return account == null ? List.of() : account.memberships();
    }

    /** Whether the path is at or below another. */
    public boolean at(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** The letters of the round badge beside a name. */
    public static String initials(String name) {
        return name.strip()
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, Math.min(1, part.length()))))
                .collect(Collectors.joining());
    }
}
