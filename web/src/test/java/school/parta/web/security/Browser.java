package school.parta.web.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A browser without scripts: keeps its cookies and follows nothing by itself. */
public final class Browser {

    public static final String PASSWORD = "parta-demo-2026";

    private final WebTestClient client;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(int port) {
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A browser that has signed in by the form. */
    public static Browser signedIn(int port, String login) {
        var browser = new Browser(port);
        browser.get("/login");
        var answer = browser.signIn(login, PASSWORD);
        if (answer.getStatus().value() != 303) {
            throw new IllegalStateException("sign-in answered " + answer.getStatus());
        }
        return browser;
    }

    public EntityExchangeResult<String> signIn(String login, String password) {
        return form("/login", Map.of("login", login, "password", password));
    }

    public EntityExchangeResult<String> get(String path) {
        return send(client.get().uri(path).accept(MediaType.TEXT_HTML));
    }

    public EntityExchangeResult<String> json(String path) {
        return send(client.get().uri(path).accept(MediaType.APPLICATION_JSON));
    }

    /** Posts a form with the CSRF field, as a page without scripts does. */
    public EntityExchangeResult<String> form(String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add("_csrf", cookies.getOrDefault("XSRF-TOKEN", ""));
        return send(client.post()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form));
    }

    /** Sends JSON with the CSRF header, as a page's script does. */
    public EntityExchangeResult<String> json(HttpMethod method, String path, String body) {
        return json(method, path, body, Map.of("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "")));
    }

    public EntityExchangeResult<String> json(HttpMethod method, String path, String body, Map<String, String> headers) {
        var request = client.method(method)
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .headers(all -> headers.forEach(all::set));
        return send(
                body.isEmpty()
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body));
    }

    private EntityExchangeResult<String> send(RequestHeadersSpec<?> request) {
        var answer = request.cookies(all -> cookies.forEach(all::add))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        answer.getResponseCookies()
                .forEach((name, values) -> keep(name, values.getFirst().getValue()));
        return answer;
    }

    private void keep(String name, String value) {
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Browser with(String name, String value) {
        cookies.put(name, value);
        return this;
    }
}
