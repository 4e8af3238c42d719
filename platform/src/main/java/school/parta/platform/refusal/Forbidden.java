package school.parta.platform.refusal;

/** The actor may read the thing and not do this to it (403). */
public abstract non-sealed class Forbidden extends Refusal {

    protected Forbidden(Object... arguments) {
        super(arguments);
    }
}
