package school.parta.web.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What the stories happen in: a class page of the demo world that {@code teacher} may write in, and the lesson of it
 * that took place last.
 */
record SchoolDay(Client teacher, String group, String subject, String lesson, List<String> pupils) {

    static final String API = "/api/v1/schools/school-65";

    /** The class of the first child of {@code parent}, as {@code teacher} teaches it. */
    static SchoolDay at(String url) {
        var teacher = Client.signedIn(url, "teacher");
        var child = firstChild(Client.signedIn(url, "parent"));
        for (var each : teacher.get(API + "/groups").body().get("groups")) {
            if (each.get("mine").asBoolean()) {
                var group = each.get("group").get("id").asString();
                var subject = each.get("subject").get("id").asString();
                var page = teacher.get(page(group, subject)).body();
                var pupils = members(page);
                var lesson = lastLesson(page);
                if (lesson != null && pupils.contains(child)) {
                    return new SchoolDay(teacher, group, subject, lesson, pupils);
                }
            }
        }
        throw new AssertionError("the demo world has no page of teacher with the child of parent");
    }

    static String firstChild(Client parent) {
        return parent.get("/api/v1/me")
                .body()
                .get("memberships")
                .get(0)
                .get("pupils")
                .get(0)
                .get("id")
                .asString();
    }

    private static String page(String group, String subject) {
        return API + "/journal?group=" + group + "&subject=" + subject + "&period=current";
    }

    /** The ISO week of the lesson. */
    String week() {
        for (var column : page().get("columns")) {
            if (column.get("id").asString().equals(lesson)) {
                return LocalDate.parse(column.get("date").asString())
                        .format(DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.GERMANY));
            }
        }
        throw new AssertionError("the lesson is not on its page");
    }

    JsonNode page() {
        return teacher.get(page(group, subject)).body();
    }

    private static List<String> members(JsonNode page) {
        return StreamSupport.stream(page.get("rows").spliterator(), false)
                .map(row -> row.get("pupil").asString())
                .toList();
    }

    private static String lastLesson(JsonNode page) {
        var today = LocalDate.now(ZoneId.of("Europe/Moscow")).toString();
        String last = null;
        for (var column : page.get("columns")) {
            if (column.get("mine").asBoolean() && column.get("date").asString().compareTo(today) <= 0) {
                last = column.get("id").asString();
            }
        }
        return last;
    }

    String newMark(String pupil, String value) {
        return "{\"lesson\":\"%s\",\"pupil\":\"%s\",\"value\":\"%s\"}".formatted(lesson, pupil, value);
    }

    Client.Answer give(Client by, String pupil, String value, String key) {
        return by.post(API + "/marks", newMark(pupil, value), "Idempotency-Key", key);
    }

    /** The values of a pupil's marks in the lesson, as the class page shows them. */
    List<String> marks(String pupil) {
        for (var row : page().get("rows")) {
            if (row.get("pupil").asString().equals(pupil)) {
                for (var cell : row.get("cells")) {
                    if (cell.get("lesson").asString().equals(lesson)) {
                        return StreamSupport.stream(cell.get("marks").spliterator(), false)
                                .map(mark -> mark.get("value").asString())
                                .toList();
                    }
                }
            }
        }
        return List.of();
    }
}
