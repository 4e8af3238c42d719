package school.parta.platform.refusal;

/** The thing has changed meanwhile, or the same request is still running (409). */
public abstract non-sealed class Conflict extends Refusal {

    protected Conflict(Object... arguments) {
        super(arguments);
    }
}
