package school.parta.migrations;

/** Elapsed time as people read it. */
final class Timing {
    private Timing() {}

    /** Milliseconds since a value of {@link System#nanoTime()}. */
    static String since(long start) {
        return (System.nanoTime() - start) / 1_000_000 + " ms";
    }
}
