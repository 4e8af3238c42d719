package school.parta.web.journal;

import school.parta.platform.refusal.Precondition;

/** Who changes a mark says which version was seen. */
public final class VersionMissing extends Precondition {}
