package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** A mark is taken away for one of the named reasons. */
public final class UnknownReason extends Refused {

    UnknownReason(String reason) {
        super(reason);
    }
}
