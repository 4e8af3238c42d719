package school.parta.tenants.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import school.parta.platform.security.Role;

/**
 * Who may do what, as data: read / write for each role. What is not in it is not allowed. Checks, menus and the tests
 * that try every handler all ask here.
 */
public final class Matrix {

    // T the whole school · L own teaching load · C own class · O oneself · K own children · – nothing
    private static final String TABLE = """
            resource             DIRECTOR ADMIN DEPUTY SYSADMIN HR  SECRETARY TEACHER CLASS_TEACHER PUPIL GUARDIAN
            OWN_ACCOUNT          O/O      O/O   O/O    O/O      O/O O/O       O/O     O/O           O/O   O/O
            SCHOOL_RULES         T/–      T/–   T/–    T/–      T/– T/–       T/–     T/–           T/–   T/–
            TIMETABLE            T/T      T/T   T/T    –/–      T/– T/T       L/–     C/–           O/–   K/–
            TOPICS_AND_HOMEWORK  T/–      –/–   T/T    –/–      –/– –/–       L/L     C/–           O/–   K/–
            MARKS                T/–      –/–   T/–    –/–      –/– –/–       L/L     C/–           O/–   K/–
            ATTENDANCE           T/–      –/–   T/T    –/–      –/– T/T       L/L     C/C           O/–   K/–
            LIVE_STREAM          T/–      –/–   T/–    –/–      –/– –/–       L/–     C/–           O/–   K/–
            """;

    private static final Map<Resource, Map<Role, Cell>> CELLS = read();

    private Matrix() {}

    private record Cell(Reach read, Reach write) {

        Reach of(Action action) {
            return action == Action.READ ? read : write;
        }
    }

    /** How far one role reaches. */
    public static Reach reach(Role role, Resource resource, Action action) {
        var cell = CELLS.getOrDefault(resource, Map.of()).get(role);
        return cell == null ? Reach.NONE : cell.of(action);
    }

    /** How far roles reach together; empty for not at all. */
    public static Set<Reach> reach(Collection<Role> roles, Resource resource, Action action) {
        return roles.stream()
                .map(role -> reach(role, resource, action))
                .filter(reach -> reach != Reach.NONE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reach.class)));
    }

    /** Whether there is anything for the roles to do; what a menu shows. */
    public static boolean allows(Collection<Role> roles, Resource resource, Action action) {
        return !reach(roles, resource, action).isEmpty();
    }

    /**
     * What happens to a request. Who reads only a part and does not write at all gets to the verb as well, for only its
     * query tells a thing that may be read (403) from one that may not be known of (404).
     */
    public static Verdict verdict(Collection<Role> roles, Resource resource, Action action) {
        var read = reach(roles, resource, Action.READ);
        if (read.isEmpty()) {
            return Verdict.HIDDEN;
        }
        if (action == Action.READ || allows(roles, resource, action)) {
            return Verdict.RUN;
        }
        return read.contains(Reach.SCHOOL) ? Verdict.FORBIDDEN : Verdict.RUN;
    }

    private static Map<Resource, Map<Role, Cell>> read() {
        var lines = TABLE.lines().map(line -> line.strip().split("\\s+", -1)).toList();
        var head = lines.getFirst();
        var cells = new EnumMap<Resource, Map<Role, Cell>>(Resource.class);
        for (var line : lines.subList(1, lines.size())) {
            var row = new EnumMap<Role, Cell>(Role.class);
            for (var column = 1; column < head.length; column++) {
                var letters = line[column].split("/", -1);
                row.put(Role.valueOf(head[column]), new Cell(Reach.of(letters[0]), Reach.of(letters[1])));
            }
            cells.put(Resource.valueOf(line[0]), row);
        }
        return cells;
    }
}
