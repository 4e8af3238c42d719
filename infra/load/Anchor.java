import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the pgbench script that gives marks with the product's own statements, taken from its sources: the anchor of
 * the API. Arguments: the root of the sources, how many cells there are, and a condition on cells or nothing.
 */
class Anchor {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    /** PostgreSQL cannot guess the types of what goes through unnest; all others are said for plainness. */
    private static final Map<String, String> FIND = Map.ofEntries(
            Map.entry("tenant", "int = :tenant"),
            Map.entry("person", "uuid = ':person'"),
            Map.entry("teaches", "boolean = true"),
            Map.entry("leads", "boolean = false"),
            Map.entry("guards", "boolean = false"),
            Map.entry("learns", "boolean = false"),
            Map.entry("knows_all", "boolean = false"),
            Map.entry("today", "date = current_date"),
            Map.entry("lessons", "uuid[] = '{:lesson}'"),
            Map.entry("cell_lessons", "uuid[] = '{:lesson}'"),
            Map.entry("cell_pupils", "uuid[] = '{:pupil}'"),
            Map.entry("registers", "uuid[] = '{}'"),
            Map.entry("marks", "uuid[] = '{}'"));
    private static final Map<String, String> INSERT = Map.of(
            "tenant", "int = :tenant",
            "person", "uuid = ':person'",
            "now", "timestamptz = now()",
            "ids", "uuid[] = array[uuidv7()]",
            "lessons", "uuid[] = '{:lesson}'",
            "pupils", "uuid[] = '{:pupil}'",
            "marks", "text[] = array[':mark']",
            "work_types", "uuid[] = '{:work_type}'",
            "comments", "text[] = array[null]",
            "versions", "int[] = '{1}'");
    private static final Map<String, String> APPEND = Map.ofEntries(
            Map.entry("tenant", "int = :tenant"),
            Map.entry("account", "uuid = ':account'"),
            Map.entry("role", "text = 'TEACHER'"),
            Map.entry("request", "text = '0123456789abcdef01234567'"),
            Map.entry("kinds", "text[] = '{mark.given}'"),
            Map.entry("pupils", "uuid[] = '{:pupil}'"),
            Map.entry("classes", "uuid[] = '{:class}'"),
            Map.entry("groups", "uuid[] = '{:study_group}'"),
            Map.entry("lessons", "uuid[] = '{:lesson}'"),
            Map.entry("days", "date[] = '{:day}'"),
            Map.entry("entities", "uuid[] = array[uuidv7()]"),
            Map.entry("topics", "text[] = array[':topics']"),
            Map.entry("ops", "text[] = array[null]"),
            Map.entry("payloads", "text[] = array[repeat('p', 190)]"),
            Map.entry("keys", "text[] = array[gen_random_uuid()::text]"),
            Map.entry("hashes", "text[] = array[repeat('h', 64)]"),
            Map.entry("statuses", "int[] = '{201}'"),
            Map.entry("responses", "text[] = array[repeat('r', 420)]"));

    public static void main(String[] arguments) throws IOException {
        var sources = Path.of(arguments[0]);
        var journal = sources.resolve("tenants/src/main/java/school/parta/tenants/journal");
        var database = sources.resolve("platform/src/main/java/school/parta/platform/database");
        var find = statement(journal.resolve("Findings.java"), "with place as");
        var insert = statement(journal.resolve("Marks.java"), "insert into mark ");
        var append = statement(database.resolve("Append.java"), "select ledger_append");
        System.out.println("\\if :turn = 0");
        prepare("find", find, FIND);
        prepare("write", insert, INSERT);
        prepare("append", append, APPEND);
        System.out.println("\\endif");
        System.out.println("\\if :turn % 10 = 0");
        System.out.println("\\set cell random(1, " + arguments[1] + ")");
        System.out.println("select * from load_run." + arguments[2] + " where n = :cell \\gset");
        System.out.println("\\endif");
        System.out.println("\\set turn :turn + 1");
        System.out.println("begin\\; set local app.tenant = :tenant;");
        execute("find", find, FIND);
        execute("write", insert, INSERT);
        execute("append", append, APPEND);
        System.out.println("commit;");
    }

    /** The text block of the file that begins so, in one line. */
    private static String statement(Path file, String beginning) throws IOException {
        Matcher block = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL).matcher(Files.readString(file));
        while (block.find()) {
            String text = block.group(1).strip().replaceAll("\\s+", " ");
            if (text.startsWith(beginning)) {
                return text;
            }
        }
        throw new IllegalStateException(file + " has no statement that begins with: " + beginning);
    }

    private static List<String> parameters(String statement) {
        var names = new ArrayList<String>();
        Matcher each = PARAMETER.matcher(statement);
        while (each.find()) {
            if (!names.contains(each.group(1))) {
                names.add(each.group(1));
            }
        }
        return names;
    }

    private static void prepare(String name, String statement, Map<String, String> values) {
        List<String> names = parameters(statement);
        String types = names.stream().map(each -> part(values, each, 0)).collect(Collectors.joining(", "));
        String text = PARAMETER.matcher(statement).replaceAll(found -> "\\$" + (names.indexOf(found.group(1)) + 1));
        System.out.println("prepare " + name + " (" + types + ") as " + text + ";");
    }

    private static void execute(String name, String statement, Map<String, String> values) {
        String list = parameters(statement).stream()
                .map(each -> part(values, each, 1))
                .collect(Collectors.joining(", "));
        System.out.println("execute " + name + " (" + list + ");");
    }

    private static String part(Map<String, String> values, String name, int part) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the product's statement has a new parameter: " + name);
        }
        return value.split(" = ", 2)[part];
    }
}
