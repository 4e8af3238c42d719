package school.parta.platform.refusal;

/** There is no such thing, or none that the actor may know of; both answer alike (404). */
public non-sealed class NotFound extends Refusal {}
