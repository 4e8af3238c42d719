package school.parta.platform.live;

import java.util.Set;

/** Which changes may end or widen what somebody can hear of: they close the streams they name, which come back anew. */
final class Reach {

    private static final Set<String> KINDS =
            Set.of("guardianship.", "load.", "membership.", "class.teacher.", "group.", "enrolment.", "substitution.");

    private Reach() {}

    static boolean changedBy(String kind) {
        for (var prefix : KINDS) {
            if (kind.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
