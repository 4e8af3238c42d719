package school.parta.tenants.journal;

import school.parta.platform.refusal.Refused;

/** The pupil did not belong to the group on the lesson's day. */
public final class PupilNotInGroup extends Refused {}
