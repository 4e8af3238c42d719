package school.parta.tenants.journal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What entries name, and so what must be found before they can be judged.
 *
 * @param lessons those written into
 * @param cells pupils in lessons
 * @param registers lessons whose whole register is written
 * @param marks those that are corrected or taken away
 * @param contested lessons that only one hand at a time may write: their registers, topics and homework
 */
record Wanted(Set<UUID> lessons, Set<Spot.Cell> cells, Set<UUID> registers, Set<UUID> marks, Set<UUID> contested) {

    static Wanted nothing() {
        return new Wanted(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
    }

    static Wanted of(Iterable<? extends Entry> entries) {
        var wanted = nothing();
        entries.forEach(wanted::add);
        return wanted;
    }

    private void add(Entry entry) {
        switch (entry) {
            case Entry.GiveMark give -> add(new Spot.Cell(give.lesson(), give.pupil()));
            case Entry.CorrectMark correct -> marks.add(correct.mark());
            case Entry.RemoveMark remove -> marks.add(remove.mark());
            case Entry.SetAbsence absence -> {
                add(new Spot.Cell(absence.lesson(), absence.pupil()));
                contested.add(absence.lesson());
            }
            case Entry.SetTopic topic -> contest(topic.lesson());
            case Entry.SetHomework homework -> contest(homework.lesson());
        }
    }

    void add(Spot.Cell cell) {
        lessons.add(cell.lesson());
        cells.add(cell);
    }

    void contest(UUID lesson) {
        lessons.add(lesson);
        contested.add(lesson);
    }

    /** The whole register of a lesson. */
    void register(UUID lesson) {
        contest(lesson);
        registers.add(lesson);
    }
}
