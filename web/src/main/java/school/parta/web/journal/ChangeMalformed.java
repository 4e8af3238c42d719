package school.parta.web.journal;

import school.parta.platform.refusal.Malformed;

/** An entry of a batch lacks something or is of an unknown kind. */
public final class ChangeMalformed extends Malformed {

    ChangeMalformed(String pointer) {
        super(pointer);
    }
}
