package school.parta.tenants.journal;

import java.util.UUID;

/** What is taught. */
public record Subject(UUID id, String name) {}
