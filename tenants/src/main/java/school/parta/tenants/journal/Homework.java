package school.parta.tenants.journal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done at home.
 *
 * @param text as the teacher wrote it
 * @param due the day it is due on
 * @param minutes how long it should take; null when the teacher did not say
 */
public record Homework(String text, LocalDate due, @Nullable Integer minutes) {}
