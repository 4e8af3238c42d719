package school.parta.migrations.world;

/**
 * What a grade is taught in a week.
 *
 * @param department who teaches it; {@code primary} is the class's own teacher
 * @param hours lessons a week
 */
record Course(String subject, String department, Kind kind, int hours) {
    /** Whole class, class in two halves with a teacher each, or whole class judged pass or fail. */
    enum Kind {
        CLASS,
        HALVES,
        PASS
    }
}
