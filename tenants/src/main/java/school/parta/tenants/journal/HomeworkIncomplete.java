package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** Homework needs a text, a day that is not before the lesson, and at most 600 minutes. */
public final class HomeworkIncomplete extends Refused {}
