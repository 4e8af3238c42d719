package school.parta.platform.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A no that the caller can understand and act on. Subclasses are named after the fact ({@code PeriodClosed}); their
 * simple name is the key of the sentence in both languages and, with dashes, the problem's type.
 */
public abstract sealed class Refusal extends RuntimeException
        permits Malformed, Forbidden, NotFound, Conflict, Refused, Closed, Precondition, Exhausted, Unavailable {

    private final transient List<Object> arguments;

    protected Refusal(Object... arguments) {
        super(null, null, false, false);
        this.arguments = List.of(arguments);
    }

    /** What stands in the sentence, in the order of its placeholders. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Further members of the problem document, such as {@code current}. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** How long to wait before the same request may pass; told with 429 and 503. */
    public Duration retryAfter() {
        return Duration.ofSeconds(2);
    }

    @Override
    public String getMessage() {
        return getClass().getSimpleName() + arguments;
    }
}
