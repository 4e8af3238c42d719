package school.parta.platform.refusal;

/** The request must say which version it is about (428). */
public abstract non-sealed class Precondition extends Refusal {

    protected Precondition(Object... arguments) {
        super(arguments);
    }
}
