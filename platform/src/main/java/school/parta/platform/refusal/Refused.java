package school.parta.platform.refusal;

/** A rule of the school says no (422). */
public abstract non-sealed class Refused extends Refusal {

    protected Refused(Object... arguments) {
        super(arguments);
    }
}
