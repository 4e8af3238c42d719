package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The lesson's day has not come: marks and absences are written from that day on. */
public final class LessonInFuture extends Refused {}
