package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The school has no such work type. */
public final class UnknownWorkType extends Refused {}
