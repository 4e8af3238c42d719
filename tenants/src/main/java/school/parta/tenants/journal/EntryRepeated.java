package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The opId was used for another entry. */
public final class EntryRepeated extends Refused {}
