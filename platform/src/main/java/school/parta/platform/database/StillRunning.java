package school.parta.platform.database;

import school.parta.platform.refusal.Conflict;

/** A request with this Idempotency-Key is still being worked on; its answer can be fetched a moment later. */
public final class StillRunning extends Conflict {}
