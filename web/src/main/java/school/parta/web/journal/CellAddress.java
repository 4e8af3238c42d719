package school.parta.web.journal;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.NotFound;

/** Which cell: lesson and pupil, in one field because a button has but one. */
record CellAddress(UUID lesson, UUID pupil) {

    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern CELL = Pattern.compile("(" + ID + ")\\.(" + ID + ")");

    static CellAddress of(@Nullable String text) {
        var found = CELL.matcher(text == null ? "" : text);
        if (!found.matches()) {
            throw new NotFound();
        }
        return new CellAddress(UUID.fromString(found.group(1)), UUID.fromString(found.group(2)));
    }

    @Override
    public String toString() {
        return lesson + "." + pupil;
    }
}
