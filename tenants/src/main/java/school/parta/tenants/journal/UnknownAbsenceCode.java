package school.parta.tenants.journal;

import java.util.List;
import school.parta.platform.refusal.Refused;

/** The school has no such absence code. */
public final class UnknownAbsenceCode extends Refused {

    UnknownAbsenceCode(String code, List<String> codes) {
        super(code, String.join(", ", codes));
    }
}
