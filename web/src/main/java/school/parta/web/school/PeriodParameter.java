package school.parta.web.school;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.NotFound;

/** A period as a query string names it. */
public final class PeriodParameter {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PeriodParameter() {}

    /** Null for {@code current} or nothing at all; an id that cannot be one is nobody's. */
    public static @Nullable UUID id(@Nullable String text) {
        if (text == null || text.isEmpty() || text.equals("current")) {
            return null;
        }
        if (!ID.matcher(text).matches()) {
            throw new NotFound();
        }
        return UUID.fromString(text);
    }
}
