package school.parta.tenants.journal;

import java.util.UUID;

/** What a mark was given for, such as a test. */
public record WorkType(UUID id, String name) {}
