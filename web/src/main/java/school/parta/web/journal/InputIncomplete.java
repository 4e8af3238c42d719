package school.parta.web.journal;

import school.parta.platform.refusal.Malformed;

/** A body lacks something, or names something that there is not. */
public final class InputIncomplete extends Malformed {

    private final String pointer;

    InputIncomplete(String pointer) {
        super(pointer);
        this.pointer = pointer;
    }

    @Override
    public String pointer() {
        return pointer;
    }
}
