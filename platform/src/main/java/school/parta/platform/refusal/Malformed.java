package school.parta.platform.refusal;

/** The request cannot be understood (400). */
public abstract non-sealed class Malformed extends Refusal {

    protected Malformed(Object... arguments) {
        super(arguments);
    }
}
