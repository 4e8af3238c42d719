package school.parta.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import school.parta.testing.ServiceTest;
import school.parta.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestPropertySource(properties = "parta.limits.streams-per-account=3")
class LiveControllerTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    private String token(String login) throws IOException, InterruptedException {
        var body = "{\"login\":\"%s\",\"password\":\"parta-demo-2026\"}".formatted(login);
        var answer = HTTP.send(
                request("/api/v1/tokens")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("token").asString();
    }

    private HttpResponse<InputStream> live(String token, String query, String... headers)
            throws IOException, InterruptedException {
        var request = request("/api/v1/live" + query)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (var index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** What comes up to the end of the first event whose text contains the words. */
    private static String until(HttpResponse<InputStream> response, String words) throws IOException {
        var text = new StringBuilder();
        for (var next = response.body().read();
                next >= 0;
                next = response.body().read()) {
            text.append((char) next);
            if (text.indexOf(words) >= 0 && text.toString().endsWith("\n\n")) {
                return text.toString();
            }
        }
        throw new AssertionError("ended without " + words + ": " + text);
    }

    private long head(String slug) {
        return database.number("""
                select seq from ledger_head h join school s on s.id = h.tenant_id where slug = '%s'
                """.formatted(slug));
    }

    @Test
    void streamBeginsAsTheContractSays() throws Exception {
        var response = live(token("parent"), "?schools=school-65");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(until(response, "cursor"))
                .matches("retry: [1-6]\\d{3}\nid: school-65:%d\nevent: cursor\ndata: \\{}\n\n"
                        .formatted(head("school-65")));
        response.body().close();
    }

    @Test
    void oneStreamCarriesTwoSchools() throws Exception {
        var response = live(token("family"), "?schools=school-65,lyceum-69");
        assertThat(until(response, "cursor"))
                .contains("id: school-65:%d,lyceum-69:%d\n".formatted(head("school-65"), head("lyceum-69")));
        response.body().close();
    }

    @Test
    void lastEventIdWinsOverSince() throws Exception {
        var here = "school-65:" + head("school-65");
        var good = live(token("parent"), "?schools=school-65&since=rubbish", "Last-Event-ID", here);
        assertThat(until(good, "cursor")).contains("id: " + here).doesNotContain("reload");
        good.body().close();
        var bad = live(token("parent"), "?schools=school-65&since=" + here, "Last-Event-ID", "rubbish");
        assertThat(until(bad, "reload"))
                .endsWith("id: %s\nevent: reload\ndata: {\"schools\":[\"school-65\"]}\n\n".formatted(here));
        bad.body().close();
    }

    @Test
    void refusalsAreTold() throws Exception {
        var token = token("parent");
        assertThat(live(token, "").statusCode()).isEqualTo(400);
        assertThat(live(token, "?schools=").statusCode()).isEqualTo(400);
        assertThat(live(token, "?schools=" + "school-65,".repeat(20)).statusCode())
                .isEqualTo(200);
        assertThat(live(token, "?schools=" + "school-65,".repeat(21)).statusCode())
                .isEqualTo(400);
        assertThat(live(token, "?schools=lyceum-69").statusCode()).isEqualTo(404);
        assertThat(live(token, "?schools=school-65,nowhere").statusCode()).isEqualTo(404);
        assertThat(live("", "?schools=school-65").statusCode()).isEqualTo(401);
    }

    @Test
    void streamsBeyondTheLimitAreRefused() throws Exception {
        var token = token("director");
        var open = new ArrayList<HttpResponse<InputStream>>();
        for (var number = 0; number < 3; number++) {
            open.add(live(token, "?schools=school-65"));
            until(open.getLast(), "cursor");
        }
        var refused = live(token, "?schools=school-65");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("/problems/too-many-streams");
        for (var response : open) {
            response.body().close();
        }
    }

    @Test
    void signedOutTokenLosesItsStreamWithinFiveSeconds() throws Exception {
        var token = token("deputy");
        var response = live(token, "?schools=school-65");
        until(response, "cursor");
        var begin = System.nanoTime();
        var out = HTTP.send(
                request("/api/v1/tokens/current")
                        .header("Authorization", "Bearer " + token)
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(out.statusCode()).isEqualTo(204);
        response.body().readAllBytes();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void malformedPartaSeenIsIgnored() throws Exception {
        for (var seen : new String[] {"rubbish", "school-65:99999999999", "lyceum-69:1"}) {
            var answer = HTTP.send(
                    request("/api/v1/schools/school-65/journal/settings")
                            .header("Authorization", "Bearer " + token("parent"))
                            .header("Parta-Seen", seen)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
