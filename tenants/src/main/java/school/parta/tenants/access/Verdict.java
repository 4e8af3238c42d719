package school.parta.tenants.access;

/** What the matrix says before a handler runs. */
public enum Verdict {
    /** The handler runs; how far the actor reaches, its verb decides by its query. */
    RUN,
    /** The actor reads it and does not write it. */
    FORBIDDEN,
    /** The actor is not to know that there is such a thing. */
    HIDDEN
}
