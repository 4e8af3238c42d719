package school.parta.tenants.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Change;
import school.parta.platform.security.Role;

/** A small school on paper: what rules are tried on without a database. */
final class Sample {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static final UUID SCALE = id(1);
    static final UUID LESSON = id(2);
    static final UUID PUPIL = id(3);
    static final UUID CLASS = id(4);
    static final Rulebook RULES = new Rulebook(
            "Иванова А.П.",
            14,
            List.of(new Rulebook.Scale(SCALE, List.of("5", "4", "3", "2", "н/а"))),
            List.of(
                    new Rulebook.Kind(id(10), "Ответ", BigDecimal.ONE),
                    new Rulebook.Kind(id(11), "Контрольная", BigDecimal.valueOf(3))),
            List.of(new Rulebook.Code("н", "unknown"), new Rulebook.Code("оп", "late")));
    static final Writer TEACHER = writer(Role.TEACHER);

    final List<Change> changes = new ArrayList<>();

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Writer writer(Role... roles) {
        return new Writer(id(9), Set.of(roles), TODAY, ZoneId.of("Europe/Moscow"));
    }

    static LessonCard card(LocalDate day) {
        return new LessonCard(
                LESSON,
                day,
                3,
                LocalTime.of(10, 0),
                LocalTime.of(10, 45),
                new Subject(id(5), "Алгебра"),
                new Group(id(6), "7А"),
                "214",
                "Иванова А.П.",
                null,
                null,
                1);
    }

    /** A lesson of today that the actor teaches. */
    static Place taught() {
        return new Place(card(TODAY), CLASS, SCALE, true, false, true, null);
    }

    /** An empty cell of a pupil of the group. */
    static Spot member() {
        return new Spot(LESSON, PUPIL, true, true, false, CLASS, 0, null);
    }

    static Mark mark(int number, String value, int version) {
        return new Mark(
                id(number),
                LESSON,
                PUPIL,
                value,
                new WorkType(id(10), "Ответ"),
                BigDecimal.ONE,
                null,
                version,
                "Иванова А.П.",
                NOW,
                7);
    }

    static Entry.GiveMark give(String value) {
        return new Entry.GiveMark("op", LESSON, PUPIL, value, null, null, null);
    }

    static Entry.SetAbsence absence(@Nullable String code, @Nullable Integer base) {
        return new Entry.SetAbsence("op", LESSON, PUPIL, code, null, base, null);
    }

    static Entry.CorrectMark correct(int mark, int base, String value) {
        return new Entry.CorrectMark("op", id(mark), base, value, null, null, null);
    }

    static Entry.RemoveMark remove(int mark, int base) {
        return new Entry.RemoveMark("op", id(mark), base, null);
    }

    /** A desk with one lesson, one pupil and these marks. */
    Desk desk(Place place, Spot spot, Mark... marks) {
        var held =
                List.of(marks).stream().map(mark -> new Facts.Held(mark, false)).toList();
        var facts = new Facts(RULES, List.of(place), List.of(spot), held);
        var ids = new int[] {1000};
        return new Desk(TEACHER, facts, this::told, () -> id(ids[0]++), NOW);
    }

    private long told(Change change) {
        changes.add(change);
        return -changes.size();
    }
}
