package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The pupil has as many marks in this lesson as it may have. */
public final class TooManyMarks extends Refused {

    TooManyMarks(int most) {
        super(most);
    }
}
