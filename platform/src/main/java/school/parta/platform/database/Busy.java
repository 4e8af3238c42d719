package school.parta.platform.database;

import school.parta.platform.refusal.Unavailable;

/** No connection became free within the time a request may wait for one. */
public final class Busy extends Unavailable {}
