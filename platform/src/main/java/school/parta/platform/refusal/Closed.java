package school.parta.platform.refusal;

/** The period is closed (423). */
public abstract non-sealed class Closed extends Refusal {

    protected Closed(Object... arguments) {
        super(arguments);
    }
}
