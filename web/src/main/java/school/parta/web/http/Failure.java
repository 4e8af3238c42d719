package school.parta.web.http;

import java.util.List;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a failure that is no refusal says to the caller: a status and the fields that are wrong, and nothing else. */
record Failure(HttpStatus status, List<Problem.FieldError> errors) {

    static Failure of(Throwable thrown) {
        if (caused(thrown, DataBufferLimitException.class)) {
            return of(HttpStatus.CONTENT_TOO_LARGE);
        }
        return switch (thrown) {
            case WebExchangeBindException invalid -> new Failure(HttpStatus.BAD_REQUEST, fields(invalid));
            case ServerWebInputException input -> input(input);
            case ErrorResponse response ->
                of(HttpStatus.valueOf(response.getStatusCode().value()));
            case DecodingException broken -> of(HttpStatus.BAD_REQUEST);
            default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }

    /** A malformed id in a path is the address of nothing; anything else malformed is the caller's mistake. */
    private static Failure input(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        if (parameter != null && parameter.hasParameterAnnotation(PathVariable.class)) {
            return of(HttpStatus.NOT_FOUND);
        }
        var status = HttpStatus.valueOf(input.getStatusCode().value());
        return new Failure(status, pointers(input));
    }

    private static Failure of(HttpStatus status) {
        return new Failure(status, List.of());
    }

    private static List<Problem.FieldError> fields(WebExchangeBindException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> new Problem.FieldError("/" + error.getField(), "field.malformed"))
                .toList();
    }

    private static List<Problem.FieldError> pointers(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return List.of(new Problem.FieldError(pointer(json), reason(json)));
            }
        }
        return List.of();
    }

    /** The key of a sentence: what Jackson itself says names classes of ours. */
    private static String reason(JacksonException json) {
        return json instanceof UnrecognizedPropertyException ? "field.unknown" : "field.malformed";
    }

    private static String pointer(JacksonException json) {
        var pointer = new StringBuilder();
        for (var step : json.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }

    private static boolean caused(Throwable thrown, Class<? extends Throwable> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
