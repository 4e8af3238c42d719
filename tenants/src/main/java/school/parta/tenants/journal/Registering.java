package school.parta.tenants.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the register: who was absent, late or exempt. Pure; says no by throwing the refusal. */
final class Registering {

    private static final int LONGEST = 240;

    private Registering() {}

    /** What is to be recorded of the pupil's presence; the same content means that nothing changes. */
    static Spot.Presence recorded(Writer writer, Rulebook rules, Place place, Spot spot, Entry.SetAbsence entry) {
        Writable.attendance(writer, rules, place, spot, entry.reason());
        var before = spot.recorded();
        var code = code(rules, entry);
        if (code != null && !spot.member()) {
            throw new PupilNotInGroup();
        }
        return new Spot.Presence(
                code == null ? null : code.code(), minutes(code, entry.minutes()), before.version() + 1);
    }

    /** Whether two records say the same of the pupil. */
    static boolean same(Spot.Presence one, Spot.Presence other) {
        return Objects.equals(one.code(), other.code()) && Objects.equals(one.minutes(), other.minutes());
    }

    /** One entry for each pupil named and one that takes back the absence of each who is not. */
    static List<Entry> whole(UUID lesson, Collection<AbsentPupil> absent, List<Spot> spots, @Nullable String reason) {
        var named = new HashSet<UUID>();
        var entries = new ArrayList<Entry>();
        for (var pupil : absent) {
            named.add(pupil.pupil());
            entries.add(new Entry.SetAbsence(null, lesson, pupil.pupil(), pupil.code(), pupil.minutes(), null, reason));
        }
        spots.stream()
                .filter(spot -> !named.contains(spot.pupil()) && spot.recorded().code() != null)
                .map(spot -> new Entry.SetAbsence(null, lesson, spot.pupil(), null, null, null, reason))
                .forEach(entries::add);
        return entries;
    }

    /** Those who were not there, as they stand now. */
    static Register shown(Collection<Spot> spots) {
        return new Register(spots.stream()
                .filter(spot -> spot.recorded().code() != null)
                .map(Registering::line)
                .toList());
    }

    private static Register.Line line(Spot spot) {
        var recorded = spot.recorded();
        return new Register.Line(spot.pupil(), String.valueOf(recorded.code()), recorded.minutes(), recorded.version());
    }

    private static Rulebook.@Nullable Code code(Rulebook rules, Entry.SetAbsence entry) {
        var letters = entry.code();
        if (letters == null) {
            return null;
        }
        return rules.absenceCode(letters)
                .orElseThrow(() -> new UnknownAbsenceCode(
                        letters,
                        rules.absenceCodes().stream().map(Rulebook.Code::code).toList()));
    }

    private static @Nullable Integer minutes(Rulebook.@Nullable Code code, @Nullable Integer minutes) {
        if (minutes != null && (code == null || !code.late() || minutes < 1 || minutes > LONGEST)) {
            throw new MinutesOnlyForLate();
        }
        return minutes;
    }
}
