package school.parta.migrations.world;

/**
 * Who teaches what to whom.
 *
 * @param form place of the class in the plan
 * @param part which group of the class
 * @param teacher place of the teacher in the plan
 * @param hours lessons a week
 */
record Load(int form, Part part, String subject, int teacher, int hours) {
    /** The groups that a class can have: all of it, its halves, all of it judged pass or fail. */
    enum Part {
        WHOLE,
        FIRST,
        SECOND,
        PASS
    }
}
