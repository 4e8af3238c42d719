package school.parta.platform.database;

import school.parta.platform.refusal.Malformed;

/** The request holds a character that no text may have. */
public final class TextUnstorable extends Malformed {}
