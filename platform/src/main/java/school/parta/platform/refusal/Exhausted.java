package school.parta.platform.refusal;

/** Too many requests; a later one may pass (429). */
public abstract non-sealed class Exhausted extends Refusal {

    protected Exhausted(Object... arguments) {
        super(arguments);
    }
}
