package school.parta.web.journal;

import school.parta.platform.refusal.Malformed;

/** A register names each absent pupil once. */
public final class PupilNamedTwice extends Malformed {

    private final String pointer;

    PupilNamedTwice(String pointer) {
        this.pointer = pointer;
    }

    @Override
    public String pointer() {
        return pointer;
    }
}
