package school.parta.platform.live;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a client stands: the ledger number of the last change it heard of, for each school.
 *
 * @param positions by the school's slug
 */
public record Cursor(Map<String, Long> positions) {

    private static final int SCHOOLS = 20;
    private static final int LENGTH = SCHOOLS * 61;
    private static final Pattern PART = Pattern.compile("([a-z0-9-]{2,40}):([0-9]{1,18})");

    /** The cursor of one school, as answers carry it. */
    public static String of(String school, long position) {
        return school + ":" + position;
    }

    /** Reads {@code school:seq[,school:seq…]}; null if it is anything else. */
    public static @Nullable Cursor parse(String text) {
        if (text.isEmpty() || text.length() > LENGTH) {
            return null;
        }
        var positions = new HashMap<String, Long>();
        for (var part : text.split(",", -1)) {
            var match = PART.matcher(part);
            if (!match.matches() || positions.put(match.group(1), Long.valueOf(match.group(2))) != null) {
                return null;
            }
        }
        return new Cursor(positions);
    }

    /** The position in one school; null where the cursor says nothing. */
    public @Nullable Long in(String school) {
        return positions.get(school);
    }
}
