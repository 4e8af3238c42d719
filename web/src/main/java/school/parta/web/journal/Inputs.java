package school.parta.web.journal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in headers and bodies. */
final class Inputs {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,9})\"?");

    private Inputs() {}

    /** The version that If-Match names, with quotes or without. */
    static int version(@Nullable String header) {
        if (header == null) {
            throw new VersionMissing();
        }
        var found = VERSION.matcher(header.strip());
        if (!found.matches()) {
            throw new VersionMalformed();
        }
        return Integer.parseInt(found.group(1));
    }

    /** What a body must have. */
    static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw new InputIncomplete(pointer);
        }
        return value;
    }
}
