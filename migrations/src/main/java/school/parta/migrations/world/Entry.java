package school.parta.migrations.world;

/**
 * A line of the weekly timetable.
 *
 * @param weekday 1 Monday to 6 Saturday
 * @param slot number of the lesson in the class's shift, from 1
 */
record Entry(int weekday, int slot, Load load) {}
