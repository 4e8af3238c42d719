package school.parta.tenants.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Change;
import school.parta.platform.refusal.NotFound;

/**
 * Applies entries to a sheet in order and tells the ledger of each that changed something. Does no I/O. A refused entry
 * leaves no trace.
 */
final class Desk {

    private final Writer writer;
    private final Rulebook rules;
    private final Sheet sheet;
    private final ToLongFunction<Change> ledger;
    private final Supplier<UUID> ids;
    private final Instant now;

    /**
     * A desk for one unit of work.
     *
     * @param ledger takes a change and gives its provisional number
     * @param ids gives the ids of new marks
     */
    Desk(Writer writer, Facts facts, ToLongFunction<Change> ledger, Supplier<UUID> ids, Instant now) {
        this.writer = writer;
        this.rules = facts.rules();
        this.sheet = new Sheet(facts);
        this.ledger = ledger;
        this.ids = ids;
        this.now = now;
    }

    Writer writer() {
        return writer;
    }

    Instant now() {
        return now;
    }

    Sheet sheet() {
        return sheet;
    }

    Outcome apply(Entry entry) {
        return switch (entry) {
            case Entry.GiveMark give -> give(give);
            case Entry.CorrectMark correct -> correct(correct);
            case Entry.RemoveMark remove -> remove(remove);
            case Entry.SetAbsence absence -> register(absence);
            case Entry.SetTopic topic -> retitle(topic);
            case Entry.SetHomework homework -> assign(homework);
        };
    }

    /** Writes the whole register of a lesson and gives it as it is afterwards. */
    Register register(UUID lesson, Collection<AbsentPupil> absent, @Nullable String reason) {
        var place = sheet.place(lesson);
        Writable.register(writer, rules, place, reason);
        Registering.whole(lesson, absent, List.copyOf(sheet.spots()), reason).forEach(this::apply);
        return Registering.shown(sheet.spots());
    }

    /** Writes topic and homework of a lesson and gives it as it is afterwards. */
    Lesson note(UUID lesson, List<? extends Entry> notes) {
        Writable.seen(sheet.place(lesson));
        notes.forEach(this::apply);
        var place = sheet.place(lesson);
        return place.card().in(writer.zone(), place.taught());
    }

    private Outcome give(Entry.GiveMark entry) {
        var place = sheet.place(entry.lesson());
        var spot = sheet.spot(entry.lesson(), entry.pupil());
        var mark = Marking.given(writer, rules, place, spot, entry, ids.get(), now);
        var seq = ledger.applyAsLong(Happened.mark("mark.given", writer, place, spot, entry, null, mark));
        sheet.give(mark.withSeq(seq), spot);
        return Outcome.changed(mark.id(), mark.version(), seq);
    }

    private Outcome correct(Entry.CorrectMark entry) {
        var mark = standing(entry.mark(), entry.opId());
        var place = sheet.place(mark.lesson());
        var spot = sheet.spot(mark.lesson(), mark.pupil());
        var changed = Marking.corrected(writer, rules, place, spot, mark, entry);
        var same = Marking.same(mark, changed);
        if (entry.base() != mark.version() && !(same && entry.opId() != null)) {
            throw new StaleVersion(mark);
        }
        if (same) {
            return Outcome.same(mark.id(), mark.version());
        }
        var seq = ledger.applyAsLong(Happened.mark("mark.corrected", writer, place, spot, entry, mark, changed));
        sheet.correct(changed.withSeq(seq));
        return Outcome.changed(mark.id(), changed.version(), seq);
    }

    private Outcome remove(Entry.RemoveMark entry) {
        var mark = entry.opId() == null ? standing(entry.mark(), null) : sheet.mark(entry.mark());
        var place = sheet.place(mark.lesson());
        var spot = sheet.spot(mark.lesson(), mark.pupil());
        Marking.removable(writer, rules, place, spot, entry);
        if (sheet.isGone(mark.id())) {
            return Outcome.same(mark.id(), mark.version());
        }
        if (entry.base() != mark.version()) {
            throw new StaleVersion(mark);
        }
        var seq = ledger.applyAsLong(Happened.mark("mark.removed", writer, place, spot, entry, mark, null));
        var removed = mark.withVersion(mark.version() + 1);
        sheet.remove(removed, spot);
        return Outcome.changed(mark.id(), removed.version(), seq);
    }

    /** A mark that was taken away is gone; one who had it open and typed over it is shown that, as any other conflict. */
    private Mark standing(UUID id, @Nullable String opId) {
        if (sheet.isGone(id)) {
            throw opId == null ? new NotFound() : new StaleVersion(null);
        }
        return sheet.mark(id);
    }

    private Outcome register(Entry.SetAbsence entry) {
        var place = sheet.place(entry.lesson());
        var spot = sheet.spot(entry.lesson(), entry.pupil());
        var before = spot.recorded();
        var after = Registering.recorded(writer, rules, place, spot, entry);
        if (Registering.same(before, after)) {
            return Outcome.same(entry.lesson(), before.version());
        }
        if (entry.base() != null && entry.base() != before.version()) {
            throw new StaleVersion(before);
        }
        var seq = ledger.applyAsLong(Happened.absence(writer, place, spot, entry, before, after));
        sheet.register(spot.with(after));
        return Outcome.changed(entry.lesson(), after.version(), seq);
    }

    private Outcome retitle(Entry.SetTopic entry) {
        var place = sheet.place(entry.lesson());
        var after = Noting.topic(writer, rules, place, entry);
        if (after.equals(place.card())) {
            return Outcome.same(entry.lesson(), after.version());
        }
        known(place, entry.base(), sheet.isRetitled(entry.lesson()));
        var seq = ledger.applyAsLong(Happened.topic(writer, place, entry, after));
        sheet.retitle(place.with(after));
        return Outcome.changed(entry.lesson(), after.version(), seq);
    }

    private Outcome assign(Entry.SetHomework entry) {
        var place = sheet.place(entry.lesson());
        var after = Noting.homework(writer, rules, place, entry);
        if (after.equals(place.card())) {
            return Outcome.same(entry.lesson(), after.version());
        }
        known(place, entry.base(), sheet.isAssigned(entry.lesson()));
        var seq = ledger.applyAsLong(Happened.homework(writer, place, entry, after));
        sheet.assign(place.with(after));
        return Outcome.changed(entry.lesson(), after.version(), seq);
    }

    /**
     * Topic and homework share a version. One batch may write both with the version that was there before it: the one
     * that is written first must not make the other stale.
     */
    private void known(Place place, @Nullable Integer base, boolean written) {
        var lesson = place.card();
        if (base == null || base == lesson.version()) {
            return;
        }
        if (written || base != sheet.foundVersion(lesson.id())) {
            throw new StaleVersion(lesson.in(writer.zone(), place.taught()));
        }
    }
}
