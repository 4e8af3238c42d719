package school.parta.tenants.journal;

import java.util.List;
import school.parta.platform.refusal.Refused;

/** The value is not on the scale of the group. */
public final class ValueOutsideScale extends Refused {

    ValueOutsideScale(String value, List<String> scale) {
        super(value, String.join(", ", scale));
    }
}
