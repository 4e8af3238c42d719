package school.parta.platform.security;

import school.parta.platform.refusal.Exhausted;

/** The account asks faster than it may. */
public final class TooManyRequests extends Exhausted {}
