package school.parta.tenants.journal;

import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.NotFound;

/** Whether a lesson may be written into, by this hand, today. Pure; says no by throwing the refusal. */
final class Writable {

    private static final int REASON_LENGTH = 500;

    private Writable() {}

    /** Marks: only by the load that covers the day. */
    static void marks(Writer writer, Rulebook rules, Place place, Spot spot, @Nullable String reason) {
        seen(place);
        known(spot);
        allowed(place.taught());
        open(place);
        begun(writer, place);
        inTime(writer, rules, place, reason);
    }

    /** Attendance of a pupil: the teacher of the lesson, the pupil's class teacher, deputy and secretary. */
    static void attendance(Writer writer, Rulebook rules, Place place, Spot spot, @Nullable String reason) {
        seen(place);
        known(spot);
        allowed(place.taught() || place.led() || spot.led() || writer.registersAll());
        open(place);
        begun(writer, place);
        inTime(writer, rules, place, reason);
    }

    /** The whole register: the same, but of a group of several classes no class teacher knows all. */
    static void register(Writer writer, Rulebook rules, Place place, @Nullable String reason) {
        seen(place);
        allowed(place.taught() || place.led() || writer.registersAll());
        open(place);
        begun(writer, place);
        inTime(writer, rules, place, reason);
    }

    /** Topic and homework: the teacher of the lesson, also ahead of its day, and the deputy. */
    static void notes(Writer writer, Rulebook rules, Place place, @Nullable String reason) {
        seen(place);
        allowed(place.taught() || writer.notesAll());
        open(place);
        inTime(writer, rules, place, reason);
    }

    /** A lesson the actor may not read answers like one that does not exist. */
    static void seen(Place place) {
        if (!place.seen()) {
            throw new NotFound();
        }
    }

    private static void known(Spot spot) {
        if (!spot.known()) {
            throw new NotFound();
        }
    }

    private static void allowed(boolean right) {
        if (!right) {
            throw new NotYourLesson();
        }
    }

    private static void open(Place place) {
        if (place.closedPeriod() != null) {
            throw new PeriodClosed(place.closedPeriod());
        }
    }

    private static void begun(Writer writer, Place place) {
        if (place.card().date().isAfter(writer.today())) {
            throw new LessonInFuture();
        }
    }

    private static void inTime(Writer writer, Rulebook rules, Place place, @Nullable String reason) {
        var last = place.card().date().plusDays(rules.editWindowDays());
        if (writer.today().isAfter(last) && (reason == null || reason.isBlank())) {
            throw new ReasonMissing(rules.editWindowDays());
        }
        if (reason != null && reason.length() > REASON_LENGTH) {
            throw new TextTooLong(REASON_LENGTH);
        }
    }
}
