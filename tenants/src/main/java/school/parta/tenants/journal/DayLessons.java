package school.parta.tenants.journal;

import java.util.List;

/** Lessons of one day, in order. */
public record DayLessons(List<Lesson> lessons) {}
