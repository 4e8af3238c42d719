package school.parta.tenants.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that is written into, and what the actor is to it.
 *
 * @param schoolClass the class of the lesson's group; null for a group of several classes
 * @param scale by which marks are given there; null where none are given
 * @param taught whether the actor's teaching load covers this lesson's day
 * @param led whether the actor is the class teacher of the group's class
 * @param seen whether the actor may read the lesson at all
 * @param closedPeriod the name of a closed period that holds the day; null while it is open
 */
record Place(
        LessonCard card,
        @Nullable UUID schoolClass,
        @Nullable UUID scale,
        boolean taught,
        boolean led,
        boolean seen,
        @Nullable String closedPeriod) {

    Place with(LessonCard changed) {
        return new Place(changed, schoolClass, scale, taught, led, seen, closedPeriod);
    }
}
