package school.parta.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import school.parta.platform.refusal.Closed;
import school.parta.platform.refusal.Conflict;
import school.parta.platform.refusal.Exhausted;
import school.parta.platform.refusal.Forbidden;
import school.parta.platform.refusal.Malformed;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.refusal.Precondition;
import school.parta.platform.refusal.Refusal;
import school.parta.platform.refusal.Refused;
import school.parta.platform.refusal.Unavailable;

/** Turns a failure into a problem document in the reader's language. */
@Component
public class Problems {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    /** The status of a kind of refusal; the one place that knows both. */
    public static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Malformed malformed -> HttpStatus.BAD_REQUEST;
            case Forbidden forbidden -> HttpStatus.FORBIDDEN;
            case NotFound notFound -> HttpStatus.NOT_FOUND;
            case Conflict conflict -> HttpStatus.CONFLICT;
            case Refused refused -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Closed closed -> HttpStatus.LOCKED;
            case Precondition precondition -> HttpStatus.PRECONDITION_REQUIRED;
            case Exhausted exhausted -> HttpStatus.TOO_MANY_REQUESTS;
            case Unavailable unavailable -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** A refusal as a problem; every 404 reads alike, whatever it was that the actor may not know of. */
    public Problem of(Refusal refusal, ServerWebExchange exchange) {
        return of(refusal, locale(exchange), exchange.getRequest().getPath().value(), requestId(exchange));
    }

    /** The same for one operation of a batch, which has no request of its own. */
    public Problem of(Refusal refusal, Locale locale, String instance, @Nullable String requestId) {
        var status = status(refusal);
        if (status == HttpStatus.NOT_FOUND) {
            return plain(status, locale, instance, requestId, List.of());
        }
        var name = refusal.getClass().getSimpleName();
        return new Problem(
                "/problems/" + HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT),
                messages.text(locale, "refusal." + name + ".title"),
                status.value(),
                messages.text(
                        locale,
                        "refusal." + name + ".detail",
                        refusal.arguments().toArray()),
                instance,
                requestId,
                wrongParts(refusal, messages.text(locale, "refusal." + name + ".title")),
                refusal.members());
    }

    private static List<Problem.FieldError> wrongParts(Refusal refusal, String title) {
        return refusal instanceof Malformed malformed && malformed.pointer() != null
                ? List.of(new Problem.FieldError(malformed.pointer(), title))
                : List.of();
    }

    /** A problem that is told by its status alone. */
    public Problem of(HttpStatus status, ServerWebExchange exchange, List<Problem.FieldError> errors) {
        return plain(status, locale(exchange), exchange.getRequest().getPath().value(), requestId(exchange), errors);
    }

    private Problem plain(
            HttpStatus status,
            Locale locale,
            String instance,
            @Nullable String requestId,
            List<Problem.FieldError> errors) {
        var key = messages.has("problem." + status.value() + ".title") ? status.value() : 400;
        return new Problem(
                "about:blank",
                messages.text(locale, "problem." + key + ".title"),
                status.value(),
                messages.text(locale, "problem." + key + ".detail"),
                instance,
                requestId,
                errors.stream().map(error -> told(error, locale)).toList(),
                Map.of());
    }

    private Problem.FieldError told(Problem.FieldError error, Locale locale) {
        return new Problem.FieldError(error.pointer(), messages.text(locale, error.detail()));
    }

    static Locale locale(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Messages.RUSSIAN : locale;
    }

    private static @Nullable String requestId(ServerWebExchange exchange) {
        return exchange.getResponse().getHeaders().getFirst("X-Request-Id");
    }
}
