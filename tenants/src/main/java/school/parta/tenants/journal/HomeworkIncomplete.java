package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** Homework needs a text, a day from the lesson's to one year later, and at most 600 minutes. */
public final class HomeworkIncomplete extends Refused {}
