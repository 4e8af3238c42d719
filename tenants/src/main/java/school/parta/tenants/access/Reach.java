package school.parta.tenants.access;

/** How far a role reaches in what it reads or writes. */
public enum Reach {
    /** Not at all. */
    NONE("–"),
    /** The groups and days of one's own teaching load. */
    OWN_LOAD("L"),
    /** The class that one leads. */
    OWN_CLASS("C"),
    /** Oneself. */
    OWN("O"),
    /** The children of whom one is the guardian. */
    CHILDREN("K"),
    /** The whole school. */
    SCHOOL("T");

    private final String letter;

    Reach(String letter) {
        this.letter = letter;
    }

    static Reach of(String letter) {
        for (var reach : values()) {
            if (reach.letter.equals(letter)) {
                return reach;
            }
        }
        throw new IllegalArgumentException(letter);
    }
}
