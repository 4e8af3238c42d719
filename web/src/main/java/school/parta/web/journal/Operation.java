package school.parta.web.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.parta.tenants.journal.Entry;
import school.parta.tenants.journal.Homework;

/** One entry of a batch as it is sent: what stands in it depends on {@code op}. */
record Operation(
        @Nullable String op,
        @Nullable String opId,
        @Nullable UUID lesson,
        @Nullable UUID pupil,
        @Nullable UUID mark,
        @Nullable Integer base,
        @Nullable String value,
        @Nullable UUID workType,
        @Nullable String comment,
        @Nullable String reason,
        @Nullable String code,
        @Nullable Integer minutes,
        @Nullable String topic,
        @Nullable String text,
        @Nullable LocalDate due) {

    private static final Pattern OP_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    static List<Entry> entries(@Nullable List<@Nullable Operation> changes) {
        var operations = Inputs.given(changes, "/changes");
        var entries = new ArrayList<Entry>();
        for (var index = 0; index < operations.size(); index++) {
            entries.add(Inputs.given(operations.get(index), "/changes/" + index).entry("/changes/" + index + "/"));
        }
        return entries;
    }

    private Entry entry(String at) {
        var id = Inputs.given(opId, at + "opId");
        if (!OP_ID.matcher(id).matches()) {
            throw new InputIncomplete(at + "opId");
        }
        return switch (Inputs.given(op, at + "op")) {
            case "mark" -> mark == null ? newMark(id, at) : correction(id, mark, at);
            case "unmark" ->
                new Entry.RemoveMark(id, Inputs.given(mark, at + "mark"), Inputs.given(base, at + "base"), reason);
            case "absence" -> absence(id, at);
            case "topic" -> new Entry.SetTopic(id, Inputs.given(lesson, at + "lesson"), topic, base, reason);
            case "homework" ->
                new Entry.SetHomework(id, Inputs.given(lesson, at + "lesson"), homework(at), base, reason);
            default -> throw new InputIncomplete(at + "op");
        };
    }

    private Entry newMark(String id, String at) {
        return new Entry.GiveMark(
                id,
                Inputs.given(lesson, at + "lesson"),
                Inputs.given(pupil, at + "pupil"),
                Inputs.given(value, at + "value"),
                workType,
                comment,
                reason);
    }

    private Entry correction(String id, UUID corrected, String at) {
        return new Entry.CorrectMark(id, corrected, Inputs.given(base, at + "base"), value, workType, comment, reason);
    }

    private Entry absence(String id, String at) {
        return new Entry.SetAbsence(
                id,
                Inputs.given(lesson, at + "lesson"),
                Inputs.given(pupil, at + "pupil"),
                code,
                minutes,
                base,
                reason);
    }

    private @Nullable Homework homework(String at) {
        return text == null || text.isBlank() ? null : new Homework(text, Inputs.given(due, at + "due"), minutes);
    }
}
