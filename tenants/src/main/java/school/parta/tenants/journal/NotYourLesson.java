package school.parta.tenants.journal;

import school.parta.platform.refusal.Forbidden;

/** The actor may read the lesson, but its load does not cover it. */
public final class NotYourLesson extends Forbidden {}
