package school.parta.tenants.classes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil as its family names it.
 *
 * @param name surname and given name
 * @param schoolClass name of the class it is in today; null between classes
 */
public record Child(
        UUID id,
        String name,
        @JsonProperty("class") @Nullable String schoolClass) {}
