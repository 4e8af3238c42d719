package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** A batch takes as many entries as this. */
public final class TooManyEntries extends Refused {

    TooManyEntries(int most) {
        super(most);
    }
}
