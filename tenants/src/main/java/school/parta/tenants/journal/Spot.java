package school.parta.tenants.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One pupil in one lesson, before something is written there.
 *
 * @param known whether the actor may know of this pupil
 * @param member whether the pupil belonged to the group on the lesson's day
 * @param led whether the actor is the pupil's class teacher
 * @param schoolClass the class the pupil was in that day
 * @param marks how many marks stand there
 * @param presence what was recorded of the pupil's presence so far
 */
record Spot(
        UUID lesson,
        UUID pupil,
        boolean known,
        boolean member,
        boolean led,
        @Nullable UUID schoolClass,
        int marks,
        @Nullable Presence presence) {

    private static final Presence NOTHING_RECORDED = new Presence(null, null, 0);

    /** The cell of the grid. */
    record Cell(UUID lesson, UUID pupil) {}

    /**
     * A recorded absence, or one that was taken back.
     *
     * @param version 0 when nothing was ever recorded
     */
    record Presence(@Nullable String code, @Nullable Integer minutes, int version) {

        @Nullable
        Absence absence() {
            return code == null ? null : new Absence(code, minutes, version);
        }
    }

    Cell cell() {
        return new Cell(lesson, pupil);
    }

    Presence recorded() {
        return presence == null ? NOTHING_RECORDED : presence;
    }

    Spot with(Presence changed) {
        return new Spot(lesson, pupil, known, member, led, schoolClass, marks, changed);
    }

    Spot withMarks(int count) {
        return new Spot(lesson, pupil, known, member, led, schoolClass, count, presence);
    }
}
