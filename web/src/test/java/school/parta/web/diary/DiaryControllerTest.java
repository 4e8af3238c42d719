package school.parta.web.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import school.parta.web.journal.Api;

/** The contract of the diary, to the letter. */
@ServiceTest
class DiaryControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    Api parent;
    Api teacher;
    String pupil;
    String path;

    @BeforeEach
    void open() {
        parent = new Api(port, database, "parent", "school-65");
        teacher = new Api(port, database, "teacher", "school-65");
        pupil = new Api(port, database, "pupil", "school-65").person().toString();
        path = "pupils/" + pupil + "/diary";
    }

    @Test
    void weekHasTheMembersOfTheContract() {
        var week = parent.get(path);
        assertThat(week.status()).isEqualTo(200);
        assertThat(week.header("Content-Type")).isEqualTo("application/json");
        assertThat(week.body().propertyNames()).containsExactlyInAnyOrder("pupil", "week", "days", "asOf", "cursor");
        assertThat(week.body().get("days")).hasSize(6);
        assertThat(week.text("/cursor"))
                .isEqualTo("school-65:" + week.body().get("asOf").asLong());
        var lesson = parent.get(path + "?week=" + lastWeek()).body().at("/days/0/lessons/0");
        assertThat(lesson.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "slot",
                        "startsAt",
                        "endsAt",
                        "subject",
                        "teacher",
                        "room",
                        "topic",
                        "homework",
                        "absence",
                        "marks");
    }

    private String lastWeek() {
        return database.text("select to_char(current_date - 7, 'IYYY-\"W\"IW')");
    }

    @Test
    void unchangedWeekIsNotSentAgain() {
        var first = parent.get(path);
        var tag = first.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        var again = parent.send(HttpMethod.GET, path, "", Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.raw().getResponseBody()).isNullOrEmpty();
    }

    @Test
    void markChangesTheTag() {
        var lesson = database.text("select l.id from lesson l join group_membership m on m.tenant_id = l.tenant_id"
                + " and m.study_group = l.study_group and m.pupil = '" + pupil + "' where l.teacher = '"
                + teacher.person()
                + "' and l.day between current_date - 13 and current_date - 1 order by l.day desc limit 1");
        var week = path + "?week="
                + database.text("select to_char(day, 'IYYY-\"W\"IW') from lesson where id = '" + lesson + "'");
        var tag = parent.get(week).header("ETag");
        var given = teacher.send(
                HttpMethod.POST,
                "marks",
                "{\"lesson\":\"%s\",\"pupil\":\"%s\",\"value\":\"5\"}".formatted(lesson, pupil),
                Map.of());
        var changed = parent.send(HttpMethod.GET, week, "", Map.of("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.raw().getResponseBody()).contains(given.text("/id"));
        assertThat(changed.body().get("asOf").asLong())
                .isGreaterThanOrEqualTo(given.body().get("seq").asLong());
    }

    @Test
    void nobodyElsesDiaryExists() {
        assertThat(teacher.get(path).status()).isEqualTo(404);
        assertThat(parent.get("pupils/" + teacher.person() + "/diary").status()).isEqualTo(404);
        assertThat(parent.get("pupils/7/diary").status()).isEqualTo(404);
        assertThat(parent.get(path + "?week=48").status()).isEqualTo(400);
    }

    @Test
    void averagesHaveTheMembersOfTheContract() {
        var averages = parent.get("pupils/" + pupil + "/subjects?period=current");
        assertThat(averages.status()).isEqualTo(200);
        assertThat(averages.body().propertyNames())
                .containsExactlyInAnyOrder("pupil", "period", "subjects", "asOf", "cursor");
        assertThat(averages.body().at("/subjects/0").propertyNames())
                .containsExactlyInAnyOrder("subject", "average", "forecast", "marks", "absences");
        assertThat(averages.body().at("/subjects/0/absences").propertyNames())
                .containsExactlyInAnyOrder("total", "excused", "unexcused", "ill", "late");
        assertThat(parent.get("pupils/" + pupil + "/subjects?period=x").status())
                .isEqualTo(404);
    }
}
