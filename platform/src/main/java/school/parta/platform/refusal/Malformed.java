package school.parta.platform.refusal;

import org.jspecify.annotations.Nullable;

/** The request cannot be understood (400). */
public abstract non-sealed class Malformed extends Refusal {

    protected Malformed(Object... arguments) {
        super(arguments);
    }

    /** The JSON pointer of the part of the body that is wrong; null where it is not one part. */
    public @Nullable String pointer() {
        return null;
    }
}
