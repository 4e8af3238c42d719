package school.parta.web.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;

/** The contract of the journal, to the letter. */
@ServiceTest
class JournalControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Api teacher;
    String lesson;
    String pupil;

    @BeforeEach
    void open() {
        teacher = new Api(port, database, "teacher", "school-65");
        pupil = new Api(port, database, "pupil", "school-65").person().toString();
        lesson = lesson("l.day between current_date - 13 and current_date - 1");
    }

    private String lesson(String days) {
        return database.text("select l.id from lesson l join group_membership m on m.tenant_id = l.tenant_id"
                + " and m.study_group = l.study_group and m.pupil = '" + pupil + "' where l.teacher = '"
                + teacher.person()
                + "' and " + days + " order by l.day desc limit 1");
    }

    private static String mark(String lesson, String pupil, String more) {
        return "{\"lesson\":\"%s\",\"pupil\":\"%s\"%s}".formatted(lesson, pupil, more);
    }

    private Api.Answer post(String path, String body) {
        return teacher.send(HttpMethod.POST, path, body, Map.of());
    }

    private Api.Answer patch(String id, String version, String body) {
        return teacher.send(HttpMethod.PATCH, "marks/" + id, body, Map.of("If-Match", version));
    }

    @Test
    void markHasTheMembersOfTheContract() {
        var given = post("marks", mark(lesson, pupil, ",\"value\":\"5\",\"comment\":\"у доски\""));
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "lesson",
                        "pupil",
                        "value",
                        "workType",
                        "weight",
                        "comment",
                        "version",
                        "givenBy",
                        "givenAt",
                        "seq");
        assertThat(given.text("/givenAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(given.body().at("/seq").isIntegralNumber()).isTrue();
        assertThat(given.text("/comment")).isEqualTo("у доски");
    }

    @Test
    void malformedBodiesAreTheCallersMistake() {
        for (var body : new String[] {
            "{",
            "[]",
            mark(lesson, pupil, ""),
            mark(lesson, pupil, ",\"value\":5"),
            mark(lesson, pupil, ",\"value\":null"),
            mark(lesson, pupil, ",\"value\":\"5\",\"mood\":\"good\""),
            mark("7", pupil, ",\"value\":\"5\""),
            mark(lesson, pupil, ",\"value\":\"5\",\"workType\":\"x\"")
        }) {
            var answer = post("marks", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void unknownThingsAnswerWith404() {
        var nobody = UUID.randomUUID().toString();
        assertThat(post("marks", mark(nobody, pupil, ",\"value\":\"5\"")).status())
                .isEqualTo(404);
        assertThat(post("marks", mark(lesson, nobody, ",\"value\":\"5\"")).status())
                .isEqualTo(404);
        assertThat(patch(nobody, "\"1\"", "{\"value\":\"5\"}").status()).isEqualTo(404);
        assertThat(patch("7", "\"1\"", "{\"value\":\"5\"}").status()).isEqualTo(404);
        assertThat(teacher.get("journal?group=" + nobody + "&subject=" + nobody).status())
                .isEqualTo(404);
    }

    @Test
    void correctionNeedsTheVersionThatWasSeen() {
        var id = post("marks", mark(lesson, pupil, ",\"value\":\"3\",\"comment\":\"устно\""))
                .text("/id");
        var missing = teacher.send(HttpMethod.PATCH, "marks/" + id, "{\"value\":\"4\"}", Map.of());
        assertThat(missing.status()).isEqualTo(428);
        assertThat(patch(id, "eins", "{\"value\":\"4\"}").status()).isEqualTo(400);
        var corrected = patch(id, "1", "{\"value\":\"4\"}");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.text("/comment")).isEqualTo("устно");
        var stale = patch(id, "\"1\"", "{\"value\":\"5\"}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().get("current")).isEqualTo(corrected.body());
        assertThat(stale.text("/type")).isEqualTo("/problems/stale-version");
        var cleared = patch(id, "\"2\"", "{\"comment\":null}");
        assertThat(cleared.body().get("comment").isNull()).isTrue();
        assertThat(cleared.body().at("/version").asInt()).isEqualTo(3);
    }

    @Test
    void removalAnswersWithNothing() {
        var id = post("marks", mark(lesson, pupil, ",\"value\":\"2\"")).text("/id");
        var headers =
                Map.of("If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(teacher.send(HttpMethod.DELETE, "marks/" + id + "?reason=why", "", Map.of("If-Match", "1"))
                        .status())
                .isEqualTo(422);
        var removed = teacher.send(HttpMethod.DELETE, "marks/" + id + "?reason=slip", "", headers);
        assertThat(removed.status()).isEqualTo(204);
        var again = teacher.send(HttpMethod.DELETE, "marks/" + id + "?reason=slip", "", headers);
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void repeatedRequestGetsTheSameBody() {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var body = mark(lesson, pupil, ",\"value\":\"4\"");
        var first = teacher.send(HttpMethod.POST, "marks", body, headers);
        var second = teacher.send(HttpMethod.POST, "marks", body, headers);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.raw().getResponseBody()).isEqualTo(first.raw().getResponseBody());
    }

    @Test
    void rulesOfTheSchoolAnswerWithTheirStatus() {
        assertThat(post("marks", mark(lesson, pupil, ",\"value\":\"7\"")).status())
                .isEqualTo(422);
        var future = lesson("l.day > current_date + 1");
        assertThat(post("marks", mark(future, pupil, ",\"value\":\"5\"")).text("/type"))
                .isEqualTo("/problems/lesson-in-future");
        var closed = lesson("exists (select from period p where p.tenant_id = l.tenant_id and p.closed_at is not null"
                + " and l.day between p.from_day and p.to_day and 7 between p.from_grade and p.to_grade)");
        var refused = post("marks", mark(closed, pupil, ",\"value\":\"5\""));
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.text("/detail")).contains("четверть");
        var deputy = new Api(port, database, "deputy", "school-65");
        assertThat(deputy.send(HttpMethod.POST, "marks", mark(lesson, pupil, ",\"value\":\"5\""), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void registerIsWrittenAsAWhole() {
        var absent = "{\"absences\":[{\"pupil\":\"%s\",\"code\":\"ОП\",\"minutes\":5}]}".formatted(pupil);
        var path = "lessons/" + lesson + "/attendance";
        var saved = teacher.send(HttpMethod.PUT, path, absent, Map.of());
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text("/absences/0/code")).isEqualTo("оп");
        assertThat(teacher.send(HttpMethod.PUT, path, "{}", Map.of()).status()).isEqualTo(400);
        var none = teacher.send(HttpMethod.PUT, path, "{\"absences\":[]}", Map.of());
        assertThat(none.body().get("absences").isEmpty()).isTrue();
    }

    @Test
    void whatAPatchLeavesOutStaysAsItIs() {
        var path = "lessons/" + lesson;
        var due = database.text("select current_date + 7");
        var both = teacher.send(
                HttpMethod.PATCH,
                path,
                "{\"topic\":\"Дроби\",\"homework\":{\"text\":\"№ 7\",\"due\":\"%s\"}}".formatted(due),
                Map.of());
        assertThat(both.status()).isEqualTo(200);
        assertThat(both.body().propertyNames())
                .contains(
                        "id",
                        "date",
                        "slot",
                        "startsAt",
                        "endsAt",
                        "subject",
                        "group",
                        "room",
                        "teacher",
                        "topic",
                        "homework",
                        "version",
                        "mine");
        var topic = teacher.send(HttpMethod.PATCH, path, "{\"topic\":null}", Map.of());
        assertThat(topic.body().get("topic").isNull()).isTrue();
        assertThat(topic.text("/homework/text")).isEqualTo("№ 7");
        var none = teacher.send(HttpMethod.PATCH, path, "{\"homework\":null}", Map.of());
        assertThat(none.body().get("homework").isNull()).isTrue();
        assertThat(teacher.send(HttpMethod.PATCH, path, "{\"homework\":{\"text\":\"№ 7\"}}", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(teacher.send(HttpMethod.PATCH, path, "{\"title\":\"№ 7\"}", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void batchTellsWhatBecameOfEach() {
        var entry = "{\"op\":\"mark\",\"opId\":\"%s\",\"lesson\":\"%s\",\"pupil\":\"%s\",\"value\":\"%s\"}";
        var good = entry.formatted(UUID.randomUUID(), lesson, pupil, "5");
        var bad = entry.formatted(UUID.randomUUID(), lesson, pupil, "9");
        var body = "{\"changes\":[" + good + "," + bad + "," + good + "]}";
        var answer = post("journal/changes", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/results/0/status")).isEqualTo("applied");
        assertThat(answer.body().at("/results/0").propertyNames())
                .containsExactlyInAnyOrder("opId", "status", "id", "version", "seq");
        assertThat(answer.text("/results/1/status")).isEqualTo("refused");
        assertThat(answer.text("/results/1/problem/type")).isEqualTo("/problems/value-outside-scale");
        assertThat(answer.body().at("/results/1/problem/status").asInt()).isEqualTo(422);
        assertThat(answer.body().at("/results/2")).isEqualTo(answer.body().at("/results/0"));
        assertThat(post("journal/changes", body).body()).isEqualTo(answer.body());
    }

    @Test
    void batchThatCannotBeReadDoesNothing() {
        for (var change : new String[] {
            "null",
            "{}",
            "{\"op\":\"mark\"}",
            "{\"op\":\"mark\",\"opId\":\"a b\",\"lesson\":\"%s\",\"pupil\":\"%s\",\"value\":\"5\"}"
                    .formatted(lesson, pupil),
            "{\"op\":\"erase\",\"opId\":\"x\"}",
            "{\"op\":\"unmark\",\"opId\":\"x\",\"mark\":\"%s\"}".formatted(lesson),
            "{\"op\":\"topic\",\"opId\":\"x\",\"lesson\":\"%s\",\"colour\":\"red\"}".formatted(lesson)
        }) {
            assertThat(post("journal/changes", "{\"changes\":[" + change + "]}").status())
                    .as(change)
                    .isEqualTo(400);
        }
        assertThat(post("journal/changes", "{}").status()).isEqualTo(400);
    }

    @Test
    void pageHasTheMembersOfTheContract() {
        var groups = teacher.get("groups").body().get("groups");
        assertThat(groups.isEmpty()).isFalse();
        var page = teacher.get(
                "journal?period=current&group=" + groups.at("/0/group/id").asString() + "&subject="
                        + groups.at("/0/subject/id").asString());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().propertyNames()).contains("columns", "rows", "asOf", "cursor");
        assertThat(page.body().at("/rows/0").propertyNames())
                .containsExactlyInAnyOrder("pupil", "name", "average", "forecast", "cells");
        assertThat(page.body().at("/rows/0/cells/0").propertyNames()).contains("lesson", "marks", "absence");
        assertThat(page.body().at("/rows/0/cells").size())
                .isEqualTo(page.body().get("columns").size());
        assertThat(page.text("/cursor"))
                .isEqualTo("school-65:" + page.body().get("asOf").asLong());
    }

    @Test
    void settingsAndLessonsAnswer() {
        assertThat(teacher.get("journal/settings").body().propertyNames())
                .containsExactlyInAnyOrder("timeZone", "periods", "workTypes", "scales", "absenceCodes");
        var day = database.text("select day from lesson where id = '" + lesson + "'");
        assertThat(teacher.get("lessons?date=" + day)
                        .body()
                        .at("/lessons/0/mine")
                        .asBoolean())
                .isTrue();
        assertThat(teacher.get("lessons?date=tomorrow").status()).isEqualTo(400);
        assertThat(teacher.get("lessons").status()).isEqualTo(200);
        var history = teacher.get("journal/history?lesson=" + lesson + "&pupil=" + pupil);
        assertThat(history.body().has("lines")).isTrue();
    }
}
