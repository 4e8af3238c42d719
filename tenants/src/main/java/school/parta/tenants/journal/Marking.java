package school.parta.tenants.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of giving, correcting and taking away a mark. Pure; says no by throwing the refusal. */
final class Marking {

    static final int MARKS_IN_A_CELL = 100;
    static final Set<String> REASONS = Set.of("slip", "wrong-pupil", "wrong-lesson", "retaken", "other");
    private static final int COMMENT_LENGTH = 500;

    private Marking() {}

    static Mark given(
            Writer writer, Rulebook rules, Place place, Spot spot, Entry.GiveMark entry, UUID id, Instant now) {
        Writable.marks(writer, rules, place, spot, entry.reason());
        if (!spot.member()) {
            throw new PupilNotInGroup();
        }
        var value = value(rules, place, entry.value());
        var workType = workType(rules, entry.workType());
        if (spot.marks() >= MARKS_IN_A_CELL) {
            throw new TooManyMarks(MARKS_IN_A_CELL);
        }
        return new Mark(
                id,
                entry.lesson(),
                entry.pupil(),
                value,
                workType.shown(),
                workType.weight(),
                comment(entry.comment()),
                1,
                rules.author(),
                now,
                0);
    }

    /** The mark as it is to be; the same content means that nothing changes. */
    static Mark corrected(Writer writer, Rulebook rules, Place place, Spot spot, Mark mark, Entry.CorrectMark entry) {
        Writable.marks(writer, rules, place, spot, entry.reason());
        var value = entry.value() == null ? mark.value() : value(rules, place, entry.value());
        var workType = entry.workType() == null ? null : workType(rules, entry.workType());
        return new Mark(
                mark.id(),
                mark.lesson(),
                mark.pupil(),
                value,
                workType == null ? mark.workType() : workType.shown(),
                workType == null ? mark.weight() : workType.weight(),
                entry.comment() == null ? mark.comment() : comment(entry.comment()),
                mark.version() + 1,
                rules.author(),
                mark.givenAt(),
                mark.seq());
    }

    static void removable(Writer writer, Rulebook rules, Place place, Spot spot, Entry.RemoveMark entry) {
        var reason = entry.reason();
        Writable.marks(writer, rules, place, spot, reason);
        if (reason == null ? entry.opId() == null : !REASONS.contains(reason)) {
            throw new UnknownReason(reason == null ? "" : reason);
        }
    }

    /** Whether two marks say the same, whoever gave them. */
    static boolean same(Mark one, Mark other) {
        return one.value().equals(other.value())
                && one.workType().id().equals(other.workType().id())
                && Objects.equals(one.comment(), other.comment());
    }

    private static String value(Rulebook rules, Place place, String written) {
        var scale = place.scale();
        if (scale == null) {
            throw new NoMarksInThisGroup();
        }
        var value = written.strip();
        var values = rules.values(scale);
        if (!values.contains(value)) {
            throw new ValueOutsideScale(value, values);
        }
        return value;
    }

    private static Rulebook.Kind workType(Rulebook rules, @Nullable UUID id) {
        return (id == null ? rules.workTypes().stream().findFirst() : rules.workType(id))
                .orElseThrow(UnknownWorkType::new);
    }

    private static @Nullable String comment(@Nullable String written) {
        var comment = written == null || written.isBlank() ? null : written.strip();
        if (comment != null && comment.length() > COMMENT_LENGTH) {
            throw new TextTooLong(COMMENT_LENGTH);
        }
        return comment;
    }
}
