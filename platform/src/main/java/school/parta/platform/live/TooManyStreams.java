package school.parta.platform.live;

import school.parta.platform.refusal.Exhausted;

/** The account or the node has as many live streams as it may; the page asks now and then instead. */
public final class TooManyStreams extends Exhausted {}
