package school.parta.tenants.journal;

import java.util.UUID;

/** Those who are taught together: a class or a part of one. */
public record Group(UUID id, String name) {}
