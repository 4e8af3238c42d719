package school.parta.migrations.world;

/**
 * A class of the school.
 *
 * @param shift 1 in the morning, 2 in the afternoon
 * @param pupils how many sit in it
 */
record Form(int grade, String letter, int shift, int pupils) {
    static final int LAST_PRIMARY = 4;
    private static final int PRIMARY_DAYS = 5;
    private static final int DAYS = 6;

    String name() {
        return grade + letter;
    }

    /** School days a week: small children have a free Saturday. */
    int days() {
        return grade <= LAST_PRIMARY ? PRIMARY_DAYS : DAYS;
    }
}
