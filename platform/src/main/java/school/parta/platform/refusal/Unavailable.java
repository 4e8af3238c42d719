package school.parta.platform.refusal;

/** A part of the service is away for a moment; the same request may be sent again (503). */
public abstract non-sealed class Unavailable extends Refusal {

    protected Unavailable(Object... arguments) {
        super(arguments);
    }
}
