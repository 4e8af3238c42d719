import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints the table of rows, writes results.json and tells what got worse than in the file that was there. Arguments: the
 * rows, the conditions (name, tab, value), the file of results. Ends with 1 when a row misses its floor.
 */
class Report {
    private static final double WORSE = 0.15;

    /** One row; {@code way} is the direction of better: up, down or - where nothing is promised. */
    private record Row(
            String row, String value, String unit, String anchor, String ratio, String floor, String goal, String way) {
        static Row of(String line) {
            String[] fields = line.split("\t", -1);
            return new Row(
                    fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
        }

        private String judged() {
            return ratio.isEmpty() ? value : ratio;
        }

        String reached(String bound) {
            if (bound.isEmpty() || way.equals("-")) {
                return "";
            }
            if (judged().isEmpty()) {
                return "no";
            }
            double distance = Double.parseDouble(judged()) - Double.parseDouble(bound);
            return (way.equals("up") ? distance >= 0 : distance <= 0) ? "yes" : "no";
        }

        String holds() {
            return reached(floor).equals("yes") && reached(goal).equals("yes") ? "goal" : reached(floor);
        }

        List<String> shown() {
            return List.of(row, value, unit, anchor, ratio, floor, goal, holds());
        }

        String json() {
            return "{\"row\":%s,\"value\":%s,\"unit\":%s,\"anchor\":%s,\"ratio\":%s,\"floor\":%s,\"goal\":%s,\"holds\":%s}"
                    .formatted(
                            text(row),
                            number(value),
                            text(unit),
                            number(anchor),
                            number(ratio),
                            number(floor),
                            number(goal),
                            floor.isEmpty() ? "null" : reached(floor).equals("yes"));
        }
    }

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[2]);
        String before = Files.exists(file) ? Files.readString(file) : "";
        List<Row> rows = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(Row::of)
                .toList();
        List<String> conditions = Files.readAllLines(Path.of(arguments[1]));
        print(rows);
        conditions.forEach(line -> System.out.println(line.replaceFirst("\t", ": ")));
        Files.writeString(file, json(rows, conditions));
        rows.forEach(row -> compare(row, before));
        List<String> missed = rows.stream()
                .filter(row -> row.reached(row.floor()).equals("no"))
                .map(Row::row)
                .toList();
        if (!missed.isEmpty()) {
            System.out.println("Below the floor: " + String.join("; ", missed));
            System.exit(1);
        }
    }

    private static void print(List<Row> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("row", "value", "unit", "anchor", "ratio", "floor", "goal", "holds"));
        rows.forEach(row -> lines.add(row.shown()));
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        for (List<String> line : lines) {
            var text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String width = (column == 0 || column == 2 ? "-" : "") + Math.max(1, widths[column]);
                text.append(String.format(Locale.ROOT, "%" + width + "s  ", line.get(column)));
            }
            System.out.println(text.toString().stripTrailing());
        }
    }

    private static String json(List<Row> rows, List<String> conditions) {
        String said = conditions.stream()
                .map(line -> line.split("\t", 2))
                .map(pair -> text(pair[0]) + ":" + text(pair[1]))
                .collect(Collectors.joining(","));
        return rows.stream()
                .map(Row::json)
                .collect(Collectors.joining(",\n    ", "{\"conditions\":{" + said + "},\n  \"rows\":[\n    ", "]}\n"));
    }

    /** What is judged moved by more than a sixth to the wrong side. */
    private static void compare(Row row, String before) {
        Matcher found = Pattern.compile("\\{\"row\":" + Pattern.quote(text(row.row()))
                        + ",\"value\":([^,]*),.*\"ratio\":([^,]*),")
                .matcher(before);
        if (row.way().equals("-") || !found.find()) {
            return;
        }
        String old = row.ratio().isEmpty() ? found.group(1) : found.group(2);
        if (old.equals("null") || row.judged().isEmpty() || Double.parseDouble(old) == 0) {
            return;
        }
        double change = Double.parseDouble(row.judged()) / Double.parseDouble(old) - 1;
        if (row.way().equals("up") ? change < -WORSE : change > WORSE) {
            System.out.printf(Locale.ROOT, "Worse than before: %s, %s was %s%n", row.row(), row.judged(), old);
        }
    }

    private static String number(String value) {
        return value.isEmpty() ? "null" : value;
    }

    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
