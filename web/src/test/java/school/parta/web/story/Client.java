package school.parta.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outside program with the token of one account. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String url;
    private final @Nullable String token;

    Client(String url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    /** Signs in with the password of the demo world. */
    static Client signedIn(String url, String login) {
        var body = "{\"login\":\"%s\",\"password\":\"parta-demo-2026\"}".formatted(login);
        var answer = new Client(url, null).send("POST", "/api/v1/tokens", body);
        if (answer.status() != 201) {
            throw new IllegalStateException(login + " cannot sign in: " + answer);
        }
        return new Client(url, answer.body().get("token").asString());
    }

    /** An answer: status, body, headers. */
    record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {}

    /** The same account at another node. */
    Client at(String otherUrl) {
        return new Client(otherUrl, token);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        try {
            var response = HTTP.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(),
                    response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    boolean reaches(String path) {
        try {
            return get(path).status() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    /** Opens the live stream of schools, from a cursor or from now. */
    EventStream live(String schools, @Nullable String cursor) {
        var headers = cursor == null
                ? new String[] {"Accept", "text/event-stream"}
                : new String[] {"Accept", "text/event-stream", "Last-Event-ID", cursor};
        var path = "/api/v1/live?schools=" + schools;
        var request = HttpRequest.newBuilder(URI.create(url + path)).headers(headers);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return new EventStream(HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines()));
    }
}
