package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** A comment, topic, homework or reason is longer than there is room for. */
public final class TextTooLong extends Refused {

    TextTooLong(int most) {
        super(most);
    }
}
