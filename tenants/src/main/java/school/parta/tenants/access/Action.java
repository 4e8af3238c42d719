package school.parta.tenants.access;

/** What is done to a resource. */
public enum Action {
    READ,
    WRITE
}
