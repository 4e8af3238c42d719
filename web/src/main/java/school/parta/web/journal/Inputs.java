package school.parta.web.journal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in headers. */
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
}
