package school.parta.embedded;

import java.net.BindException;

/** Reads the reason of a failed start from the server's own last words. */
final class StartFailure {

    private StartFailure() {}

    static EmbeddedServerFailed of(Server.Plan plan) {
        String tail = plan.log().tail();
        String message = "The embedded %s did not start: %s".formatted(plan.name(), reason(tail));
        if (tail.contains("ddress already in use")) {
            return new EmbeddedServerFailed(message, "Start again.", new BindException(message));
        }
        if (tail.contains("No space left on device")) {
            return new EmbeddedServerFailed(
                    message,
                    "Free some space on the disk of " + plan.processes().directory() + " and start again.");
        }
        return new EmbeddedServerFailed(
                message,
                "The data are untouched; see %s, or set PARTA_VAR to another directory."
                        .formatted(plan.log().file()));
    }

    /** The first line that names a failure, else the last one. */
    private static String reason(String tail) {
        return tail.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("rror"))
                .findFirst()
                .or(() -> tail.lines().reduce((first, second) -> second))
                .orElse("it said nothing");
    }
}
