package school.parta.web.security;

import school.parta.platform.refusal.Forbidden;

/** The actor may read this and not change it. */
final class NotAllowed extends Forbidden {}
