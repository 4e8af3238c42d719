package school.parta.tenants.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a hand writes into the journal. Entries of a batch are applied in order; each stands alone. */
public sealed interface Entry {

    /** By which a repeat is known again; null outside of a batch. */
    @Nullable
    String opId();

    /** Why it is written late or changed; must be given once the edit window of the school is over. */
    @Nullable
    String reason();

    /** Adds a mark; the school's first work type when none is named. */
    record GiveMark(
            @Nullable String opId,
            UUID lesson,
            UUID pupil,
            String value,
            @Nullable UUID workType,
            @Nullable String comment,
            @Nullable String reason)
            implements Entry {}

    /** Corrects a mark of a known version; what is null stays as it is, a blank comment is taken away. */
    record CorrectMark(
            @Nullable String opId,
            UUID mark,
            int base,
            @Nullable String value,
            @Nullable UUID workType,
            @Nullable String comment,
            @Nullable String reason)
            implements Entry {}

    /** Takes a mark of a known version away; the row stays, with who and when. */
    record RemoveMark(
            @Nullable String opId,
            UUID mark,
            int base,
            @Nullable String reason) implements Entry {}

    /**
     * Says that a pupil was absent, late or exempt.
     *
     * @param code one of the school's, case ignored; null says that the pupil was there
     * @param minutes how late, only for a late arrival
     * @param base the version that was seen, 0 for none; null overwrites whatever is there
     */
    record SetAbsence(
            @Nullable String opId,
            UUID lesson,
            UUID pupil,
            @Nullable String code,
            @Nullable Integer minutes,
            @Nullable Integer base,
            @Nullable String reason)
            implements Entry {}

    /** Writes the topic of a lesson; null or blank takes it away. */
    record SetTopic(
            @Nullable String opId,
            UUID lesson,
            @Nullable String topic,
            @Nullable Integer base,
            @Nullable String reason) implements Entry {}

    /** Sets the homework of a lesson; null takes it away. */
    record SetHomework(
            @Nullable String opId,
            UUID lesson,
            @Nullable Homework homework,
            @Nullable Integer base,
            @Nullable String reason)
            implements Entry {}
}
