package school.parta.web.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Replayed;
import school.parta.platform.refusal.Exhausted;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.refusal.Unavailable;
import tools.jackson.databind.json.JsonMapper;

/** Where every failure ends: as problem+json for programs, as a page for people, never with what went on inside. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;
    private final JsonMapper json;
    private final List<ViewResolver> views;
    private final MeterRegistry meters;

    ProblemHandler(Problems problems, JsonMapper json, List<ViewResolver> views, MeterRegistry meters) {
        this.problems = problems;
        this.json = json;
        this.views = views;
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return Mono.error(thrown);
        }
        return switch (thrown) {
            case Replayed replayed -> replay(exchange, replayed);
            case Refusal refusal -> refuse(exchange, refusal);
            default -> fail(exchange, thrown);
        };
    }

    private Mono<Void> replay(ServerWebExchange exchange, Replayed replayed) {
        exchange.getResponse().getHeaders().set("Idempotency-Replayed", "true");
        var body = replayed.body();
        return body == null || replayed.status() == HttpStatus.NO_CONTENT.value()
                ? empty(exchange, replayed.status())
                : write(exchange, replayed.status(), MediaType.APPLICATION_JSON, body);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        meters.counter("parta.refusals", "refusal", refusal.getClass().getSimpleName())
                .increment();
        if (refusal instanceof Unavailable || refusal instanceof Exhausted) {
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(refusal.retryAfter().toSeconds()));
        }
        return answer(exchange, problems.of(refusal, exchange));
    }

    private Mono<Void> fail(ServerWebExchange exchange, Throwable thrown) {
        var failure = Failure.of(thrown);
        if (failure.status().is5xxServerError()) {
            log.error(
                    "{} {} failed",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    thrown);
        }
        return answer(exchange, problems.of(failure.status(), exchange, failure.errors()));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        return forPeople(exchange)
                ? page(exchange, problem)
                : write(
                        exchange,
                        problem.status(),
                        MediaType.APPLICATION_PROBLEM_JSON,
                        json.writeValueAsString(problem));
    }

    private static boolean forPeople(ServerWebExchange exchange) {
        return !exchange.getRequest().getPath().value().startsWith("/api/")
                && exchange.getRequest().getHeaders().getAccept().stream()
                        .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private Mono<Void> page(ServerWebExchange exchange, Problem problem) {
        exchange.getResponse().setRawStatusCode(problem.status());
        return Flux.fromIterable(views)
                .concatMap(resolver -> resolver.resolveViewName("error/problem", Problems.locale(exchange)))
                .next()
                .flatMap(view -> view.render(Map.of("problem", problem), MediaType.TEXT_HTML, exchange))
                .switchIfEmpty(Mono.defer(() -> empty(exchange, problem.status())));
    }

    private static Mono<Void> empty(ServerWebExchange exchange, int status) {
        exchange.getResponse().setStatusCode(HttpStatusCode.valueOf(status));
        return exchange.getResponse().setComplete();
    }

    private static Mono<Void> write(ServerWebExchange exchange, int status, MediaType type, String body) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().setContentType(type);
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }
}
