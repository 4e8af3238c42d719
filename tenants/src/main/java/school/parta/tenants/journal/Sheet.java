package school.parta.tenants.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.refusal.NotFound;

/** What stands in the journal at the places that are written, as it is after each entry, and what of it must be saved. */
final class Sheet {

    private final Map<UUID, Place> places = new HashMap<>();
    private final Map<UUID, Integer> versions = new HashMap<>();
    private final Map<Spot.Cell, Spot> spots = new LinkedHashMap<>();
    private final Map<UUID, Mark> marks = new HashMap<>();
    private final Set<UUID> gone = new HashSet<>();

    private final Map<UUID, Mark> given = new LinkedHashMap<>();
    private final Map<UUID, Mark> corrected = new LinkedHashMap<>();
    private final Set<UUID> removed = new HashSet<>();
    private final Set<Spot.Cell> registered = new HashSet<>();
    private final Set<UUID> retitled = new HashSet<>();
    private final Set<UUID> assigned = new HashSet<>();

    Sheet(Facts facts) {
        for (var place : facts.places()) {
            places.put(place.card().id(), place);
            versions.put(place.card().id(), place.card().version());
        }
        facts.spots().forEach(spot -> spots.put(spot.cell(), spot));
        for (var held : facts.marks()) {
            marks.put(held.card().id(), held.card());
            if (held.removed()) {
                gone.add(held.card().id());
            }
        }
    }

    Place place(UUID lesson) {
        return known(places.get(lesson));
    }

    Spot spot(UUID lesson, UUID pupil) {
        return known(spots.get(new Spot.Cell(lesson, pupil)));
    }

    /** A mark that is there or was; see {@link #isGone}. */
    Mark mark(UUID mark) {
        return known(marks.get(mark));
    }

    boolean isGone(UUID mark) {
        return gone.contains(mark);
    }

    Collection<Spot> spots() {
        return spots.values();
    }

    private static <T> T known(@Nullable T thing) {
        if (thing == null) {
            throw new NotFound();
        }
        return thing;
    }

    /** The lesson's version before this unit of work. */
    int foundVersion(UUID lesson) {
        return versions.getOrDefault(lesson, 0);
    }

    boolean isRetitled(UUID lesson) {
        return retitled.contains(lesson);
    }

    boolean isAssigned(UUID lesson) {
        return assigned.contains(lesson);
    }

    void give(Mark mark, Spot spot) {
        marks.put(mark.id(), mark);
        given.put(mark.id(), mark);
        spots.put(spot.cell(), spot.withMarks(spot.marks() + 1));
    }

    void correct(Mark mark) {
        marks.put(mark.id(), mark);
        (given.containsKey(mark.id()) ? given : corrected).put(mark.id(), mark);
    }

    void remove(Mark mark, Spot spot) {
        gone.add(mark.id());
        removed.add(mark.id());
        marks.put(mark.id(), mark);
        spots.put(spot.cell(), spot.withMarks(spot.marks() - 1));
    }

    void register(Spot spot) {
        spots.put(spot.cell(), spot);
        registered.add(spot.cell());
    }

    void retitle(Place place) {
        places.put(place.card().id(), place);
        retitled.add(place.card().id());
    }

    void assign(Place place) {
        places.put(place.card().id(), place);
        assigned.add(place.card().id());
    }

    Collection<Mark> given() {
        return given.values();
    }

    Collection<Mark> corrected() {
        return corrected.values();
    }

    Collection<UUID> removed() {
        return removed;
    }

    Collection<Spot> registered() {
        return spots.values().stream()
                .filter(spot -> registered.contains(spot.cell()))
                .toList();
    }

    /** Lessons whose topic or version is new. */
    Collection<LessonCard> lessons() {
        return places.values().stream()
                .map(Place::card)
                .filter(card -> retitled.contains(card.id()) || assigned.contains(card.id()))
                .toList();
    }

    /** Lessons whose homework is new or taken away. */
    Collection<LessonCard> assigned() {
        return places.values().stream()
                .map(Place::card)
                .filter(card -> assigned.contains(card.id()))
                .toList();
    }
}
