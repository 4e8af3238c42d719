package school.parta.tenants.diary;

import school.parta.platform.refusal.Malformed;

/** A week is written by ISO 8601, such as 2026-W48. */
public final class WeekMalformed extends Malformed {}
