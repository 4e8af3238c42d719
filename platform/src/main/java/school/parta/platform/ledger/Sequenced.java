package school.parta.platform.ledger;

/**
 * A result that tells the ledger numbers of its changes. The ledger gives them only after the verb is done, so the verb
 * fills in provisional ones: -1 for the first change of the unit of work, -2 for the second. Numbers above 0 are real.
 */
public interface Sequenced<T> {

    /** The same with real numbers. */
    T numberedFrom(long first);

    /** What a number becomes once the first of the unit of work is known. */
    static long number(long first, long seq) {
        return seq < 0 ? first - seq - 1 : seq;
    }
}
