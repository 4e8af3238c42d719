package school.parta.tenants.journal;

import java.util.List;

/** All that entries depend on, as one statement found it. */
record Facts(Rulebook rules, List<Place> places, List<Spot> spots, List<Held> marks) {

    /** A mark that an entry names; a removed one is no longer shown to anybody. */
    record Held(Mark card, boolean removed) {}
}
