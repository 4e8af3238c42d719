package school.parta.web.journal;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import school.parta.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that has signed in by a token and speaks JSON with one school. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;
    private final TestDatabase database;
    private final String school;
    private final String login;
    private String token = "";

    public Api(int port, TestDatabase database, String login, String school) {
        this.client =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        this.database = database;
        this.login = login;
        this.school = school;
    }

    /** Signed in when it is first asked for; a test may need only to know who somebody is. */
    private String token() {
        if (token.isEmpty()) {
            token = JSON.readTree(client.post()
                            .uri("/api/v1/tokens")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue("{\"login\":\"%s\",\"password\":\"parta-demo-2026\"}".formatted(login))
                            .exchange()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .path("token")
                    .asString();
        }
        return token;
    }

    /** What was answered. */
    public record Answer(int status, JsonNode body, EntityExchangeResult<String> raw) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String header(String name) {
            return String.valueOf(raw.getResponseHeaders().getFirst(name));
        }
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, "", Map.of());
    }

    public Answer send(HttpMethod method, String path, String body, Map<String, String> headers) {
        var request = client.method(method)
                .uri("/api/v1/schools/" + school + "/" + path)
                .headers(all -> all.setBearerAuth(token()))
                .headers(all -> headers.forEach(all::set));
        var raw = (body.isEmpty()
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var text = raw.getResponseBody();
        var json = text == null || text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
        return new Answer(raw.getStatus().value(), json, raw);
    }

    public UUID person() {
        return UUID.fromString(database.text("select m.person from membership m join account a on a.id = m.account"
                + " join school s on s.id = m.school where a.login = '" + login + "' and s.slug = '" + school
                + "' limit 1"));
    }
}
