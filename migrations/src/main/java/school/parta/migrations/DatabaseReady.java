package school.parta.migrations;

/**
 * Exists as soon as the database may be used: roles, schema and, on embedded storage, the demo world are there. A bean that
 * uses the database while the context is still being built depends on it by the name {@link #NAME}.
 *
 * @param migrations how many migrations this start applied
 */
public record DatabaseReady(int migrations) {
    /** The name of the bean. */
    public static final String NAME = "databaseReady";
}
