package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The edit window is over: a reason must be given. */
public final class ReasonMissing extends Refused {

    ReasonMissing(int days) {
        super(days);
    }
}
