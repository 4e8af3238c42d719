package school.parta.platform.database;

import school.parta.platform.refusal.Unavailable;

/** The database did not answer, or the line was lost before a commit was confirmed; the outcome may be unknown. */
public final class StorageAway extends Unavailable {}
