package school.parta.web.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import school.parta.platform.security.WrongCredentials;
import school.parta.web.http.Messages;
import school.parta.web.http.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Answers those who are not signed in: people get the sign-in page, programs a problem. */
@Component
@Order(-3)
class SignInProblems implements WebExceptionHandler {

    private final Messages messages;
    private final Languages languages;
    private final JsonMapper json;

    SignInProblems(Messages messages, Languages languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        return switch (thrown) {
            case NotSignedIn anonymous when Paths.isPage(exchange) -> toSignIn(exchange);
            case NotSignedIn anonymous -> problem(exchange, "not-signed-in", "problem.401");
            case WrongCredentials wrong -> problem(exchange, "wrong-credentials", "problem.wrong-credentials");
            default -> Mono.error(thrown);
        };
    }

    private static Mono<Void> toSignIn(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().setLocation(URI.create("/login" + next(exchange)));
        return response.setComplete();
    }

    private static String next(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getURI();
        var path = asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        var next = Paths.isSafe(exchange) ? NextPage.of(path) : NextPage.HOME;
        return next.equals(NextPage.HOME) ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private Mono<Void> problem(ServerWebExchange exchange, String type, String key) {
        var locale = languages.of(exchange);
        var problem = new Problem(
                "/problems/" + type,
                messages.text(locale, key + ".title"),
                HttpStatus.UNAUTHORIZED.value(),
                messages.text(locale, key + ".detail"),
                exchange.getRequest().getPath().value(),
                RequestLog.id(exchange),
                List.of(),
                Map.of());
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }
}
