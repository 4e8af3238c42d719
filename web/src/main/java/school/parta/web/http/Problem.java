package school.parta.web.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type path of the kind of problem, stable
 * @param title what it is, in the reader's language
 * @param detail what to do about it
 * @param instance the path asked for
 * @param requestId by which the operator finds the request in the log
 * @param errors which parts of the body are wrong
 * @param members further members, such as {@code current}
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** What is wrong at a place of the body, given as a JSON pointer. */
    public record FieldError(String pointer, String detail) {}
}
