package school.parta.tenants.journal;

import school.parta.platform.refusal.Closed;

/** The period that holds the lesson's day is closed. */
public final class PeriodClosed extends Closed {

    PeriodClosed(String period) {
        super(period);
    }
}
