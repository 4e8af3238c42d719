/**
 * Invents schools: the demo world of embedded storage and the load world of measurements. Plans a school in Java (curriculum,
 * load, timetable, names, calendar), then fills it with set-based SQL. Writes nearly every table of the schema and owns
 * none; acts as the owner of the schema inside the school's own row-level security.
 */
@NullMarked
package school.parta.migrations.world;

import org.jspecify.annotations.NullMarked;
