package school.parta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route of a school, asked by those who belong to another one: in the foreign school's path, and in their own path
 * with the foreign school's ids. All answers are the same 404 as for a thing that does not exist.
 */
@ServiceTest
class TenantIsolationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");
    private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    TestDatabase testDatabase;

    private WebTestClient client;

    private record Route(String method, String path) {}

    @BeforeEach
    void connect() {
        client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            for (var pattern : mapping.getPatternsCondition().getPatterns()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    if (pattern.getPatternString().contains("{school}")) {
                        routes.add(new Route(method.name(), pattern.getPatternString()));
                    }
                }
            }
        });
        return routes;
    }

    private Map<String, String> idsOf(String school) {
        var tenant = testDatabase.number("select id from school where slug = '" + school + "'");
        return Map.of(
                "school", school,
                "pupil", one("person from pupil", tenant),
                "lesson", one("id from lesson where day < current_date and", tenant),
                "id", one("id from mark", tenant),
                "group", one("id from study_group", tenant),
                "subject", one("id from subject", tenant),
                "period", one("id from period", tenant));
    }

    private String one(String what, long tenant) {
        var where = what.endsWith("and") ? " tenant_id = " : " where tenant_id = ";
        return testDatabase.text("select " + what + where + tenant + " limit 1");
    }

    private String token(String login) {
        var answer = client.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"login\":\"%s\",\"password\":\"parta-demo-2026\"}".formatted(login))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(answer).get("token").asString();
    }

    private static String filled(String path, Map<String, String> values) {
        return VARIABLE.matcher(path).replaceAll(match -> values.getOrDefault(match.group(1), NOBODY));
    }

    private static String query(Map<String, String> ids) {
        return "?group=%s&subject=%s&lesson=%s&pupil=%s&reason=slip"
                .formatted(ids.get("group"), ids.get("subject"), ids.get("lesson"), ids.get("pupil"));
    }

    private static String body(Map<String, String> ids) {
        return "{\"lesson\":\"%s\",\"pupil\":\"%s\",\"value\":\"5\"}".formatted(ids.get("lesson"), ids.get("pupil"));
    }

    private String answer(Route route, String path, Map<String, String> ids, String token) {
        var request = client.method(org.springframework.http.HttpMethod.valueOf(route.method()))
                .uri(path + query(ids))
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"1\"")
                .accept(MediaType.APPLICATION_JSON);
        var sent = route.method().equals(RequestMethod.GET.name())
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body(ids))
                        .exchange();
        var result = sent.expectBody(String.class).returnResult();
        return result.getStatus().value() + " " + anonymous(result.getResponseBody());
    }

    /** Without what differs by right: the path asked for and the request's number. */
    private static String anonymous(String body) {
        if (body == null || !body.startsWith("{")) {
            return "";
        }
        JsonNode problem = JSON.readTree(body);
        return problem.path("type").asString()
                + problem.path("title").asString()
                + problem.path("detail").asString();
    }

    @Test
    void foreignSchoolAnswersLikeNone() {
        var ids = idsOf("school-65");
        var token = token("teacher69");
        assertThat(routes()).hasSizeGreaterThan(8).allSatisfy(route -> {
            var foreign = answer(route, filled(route.path(), ids), ids, token);
            var none = answer(route, filled(route.path(), with(ids, "school", "no-such-school")), ids, token);
            assertThat(foreign).as(route.toString()).startsWith("404").isEqualTo(none);
        });
    }

    @Test
    void foreignIdsInOnesOwnSchoolAnswerLikeNone() {
        var ids = with(idsOf("school-65"), "school", "lyceum-69");
        for (var login : List.of("teacher69", "parent69", "family")) {
            var token = token(login);
            assertThat(routes())
                    .filteredOn(route -> filled(route.path(), ids).contains("-7")
                            || route.path().endsWith("/journal")
                            || route.path().endsWith("/marks"))
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(answer(route, filled(route.path(), ids), ids, token))
                            .as(login + " " + route)
                            .matches("(404|400|405).*"));
        }
    }

    @Test
    void nothingOfAnotherSchoolWasWritten() {
        var before = heads();
        foreignSchoolAnswersLikeNone();
        foreignIdsInOnesOwnSchoolAnswerLikeNone();
        assertThat(heads()).isEqualTo(before);
    }

    private String heads() {
        return testDatabase.text("select string_agg(tenant_id || ':' || seq, ',' order by tenant_id) from ledger_head");
    }

    private static Map<String, String> with(Map<String, String> ids, String name, String value) {
        var changed = new java.util.HashMap<>(ids);
        changed.put(name, value);
        return changed;
    }
}
