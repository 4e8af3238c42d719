package school.parta.tenants.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mark as the view {@code mark_line} tells it: a list without names, for answers with hundreds of them. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"id", "lesson", "pupil", "value", "workType", "comment", "version", "givenBy", "givenAt", "seq"})
public record MarkLine(
        UUID id,
        UUID lesson,
        UUID pupil,
        String value,
        UUID workType,
        @Nullable String comment,
        int version,
        UUID givenBy,
        Instant givenAt,
        long seq) {

    /** A work type that lines name. */
    public record Kind(UUID id, String name, BigDecimal weight) {}

    /** Somebody who gave a mark. */
    public record Giver(UUID id, String name) {}

    /** The names that a list of lines leaves out. */
    public static final class Names {

        private final Map<UUID, Kind> kinds;
        private final Map<UUID, String> givers;

        public Names(List<Kind> kinds, List<Giver> givers) {
            this.kinds = kinds.stream().collect(Collectors.toMap(Kind::id, Function.identity()));
            this.givers = givers.stream().collect(Collectors.toMap(Giver::id, Giver::name));
        }

        private Kind kind(UUID id) {
            var kind = kinds.get(id);
            if (kind == null) {
                throw new IllegalStateException("a mark of an unknown work type");
            }
            return kind;
        }
    }

    public Mark shown(Names names) {
        var kind = names.kind(workType);
        return new Mark(
                id,
                lesson,
                pupil,
                value,
                new WorkType(kind.id(), kind.name()),
                kind.weight(),
                comment,
                version,
                names.givers.getOrDefault(givenBy, ""),
                givenAt.truncatedTo(ChronoUnit.MILLIS),
                seq);
    }
}
