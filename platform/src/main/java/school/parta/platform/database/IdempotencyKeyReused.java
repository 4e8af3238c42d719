package school.parta.platform.database;

import school.parta.platform.refusal.Refused;

/** The Idempotency-Key was used for another request. */
public final class IdempotencyKeyReused extends Refused {}
