package school.parta.web.journal;

import school.parta.platform.refusal.Malformed;

/** A version is a number in quotes. */
public final class VersionMalformed extends Malformed {}
