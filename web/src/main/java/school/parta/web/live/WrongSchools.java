package school.parta.web.live;

import school.parta.platform.refusal.Malformed;

/** A live stream was asked for without naming a school, or for more than twenty. */
final class WrongSchools extends Malformed {}
