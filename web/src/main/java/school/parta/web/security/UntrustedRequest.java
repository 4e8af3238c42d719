package school.parta.web.security;

import school.parta.platform.refusal.Forbidden;

/** Nothing proves that one of our own pages sent this request. */
final class UntrustedRequest extends Forbidden {}
