package school.parta.platform.security;

import school.parta.platform.refusal.Unavailable;

/** So many sign in at this moment that another would wait too long. */
public final class SignInQueueFull extends Unavailable {}
