package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** Marks are not given in this group, as in grade 1. */
public final class NoMarksInThisGroup extends Refused {}
