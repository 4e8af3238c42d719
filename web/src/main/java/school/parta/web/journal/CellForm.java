package school.parta.web.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.NotFound;
import school.parta.tenants.journal.Entry;

/**
 * What a form of a cell sends.
 *
 * @param act give, correct, remove or absence
 */
record CellForm(
        @Nullable String act,
        UUID group,
        UUID subject,
        UUID period,
        @Nullable String cell,
        @Nullable UUID mark,
        @Nullable Integer base,
        @Nullable String value,
        @Nullable UUID workType,
        @Nullable String comment,
        @Nullable String code,
        @Nullable Integer minutes,
        @Nullable String reason) {

    PageAddress page() {
        return new PageAddress(group, subject, period);
    }

    Entry.GiveMark give(CellAddress at) {
        return new Entry.GiveMark(
                null, at.lesson(), at.pupil(), value == null ? "" : value, workType, written(comment), written(reason));
    }

    Entry.CorrectMark correct() {
        return new Entry.CorrectMark(null, known(mark), known(base), value, workType, comment, written(reason));
    }

    Entry.RemoveMark remove() {
        return new Entry.RemoveMark(null, known(mark), known(base), written(reason));
    }

    /** As a batch of one, for there is no other verb for a single absence. */
    List<Entry> absence(CellAddress at) {
        var id = UUID.randomUUID().toString();
        return List.of(
                new Entry.SetAbsence(id, at.lesson(), at.pupil(), written(code), minutes, base, written(reason)));
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new NotFound();
        }
        return value;
    }

    private static @Nullable String written(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
