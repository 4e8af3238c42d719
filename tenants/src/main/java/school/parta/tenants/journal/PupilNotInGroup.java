package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The pupil did not belong to the group on the lesson'"s */
public final class PupilNotInGroup extends Refused {
day. ''
r LessonInFuture Refused The
}
