package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** Minutes belong to a late arrival, 1 to 240 of them. */
public final class MinutesOnlyForLate extends Refused {}
