package school.parta.web.security;

import school.parta.platform.refusal.Malformed;

/** The Idempotency-Key is not 1 to 64 visible characters. */
final class MalformedKey extends Malformed {}
