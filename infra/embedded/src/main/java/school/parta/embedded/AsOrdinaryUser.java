package school.parta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, and as a user whom the system knows no name of: what to put before its command, and
 * which numeric user must own its data.
 *
 * @param prefix words before the command; none for an ordinary user
 * @param owner user id that owns the data
 */
record AsOrdinaryUser(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> UNMAPPED = List.of("unshare", "-U");

    /** For this process; the data, if there, decide by their owner, else the directory for them. */
    static AsOrdinaryUser over(Path data, Path directory) {
        return choose(currentUser(), ownerOf(Files.exists(data) ? data : directory), Commands::succeeds);
    }

    static AsOrdinaryUser choose(int user, int owner, Predicate<List<String>> works) {
        return candidates(user, owner)
                .filter(candidate -> works.test(Commands.joined(candidate.prefix(), List.of("id", "-un"))))
                .findFirst()
                .orElseThrow(() -> new EmbeddedServerFailed(
                        user == ROOT
                                ? "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here."
                                : "PostgreSQL refuses to run as user " + user + ", who has no name in /etc/passwd.",
                        "Start the service as an ordinary user with a name, or install util-linux, or set"
                                + " PARTA_DATABASE_URL and PARTA_REDIS_URL to servers of your own."));
    }

    // In a user namespace without a map everyone is called nobody, and the files stay whose they are.
    private static Stream<AsOrdinaryUser> candidates(int user, int owner) {
        if (user != ROOT) {
            return Stream.of(new AsOrdinaryUser(List.of(), user), new AsOrdinaryUser(UNMAPPED, user));
        }
        AsOrdinaryUser root = new AsOrdinaryUser(UNMAPPED, ROOT);
        if (owner == ROOT) {
            return Stream.of(root, new AsOrdinaryUser(changedTo(NOBODY), NOBODY));
        }
        List<String> changed = changedTo(owner);
        return Stream.of(
                new AsOrdinaryUser(changed, owner),
                new AsOrdinaryUser(Commands.joined(changed, UNMAPPED), owner),
                root);
    }

    private static List<String> changedTo(int user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    /** Gives the user the tree if it is not his; true if that changed anything. */
    boolean take(Path tree) throws IOException {
        if (currentUser() != ROOT || ownerOf(tree) == owner) {
            return false;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return true;
    }

    /** Fails when the user cannot reach the file, as below a home directory closed to others. */
    void requireReach(Path file) {
        if (!prefix.isEmpty() && !Commands.succeeds(Commands.joined(prefix, List.of("test", "-r", file.toString())))) {
            throw new EmbeddedServerFailed(
                    "The user %d, as whom PostgreSQL must run here, cannot reach %s.".formatted(owner, file),
                    "Set PARTA_VAR to a directory that every user may enter, or start as an ordinary user.");
        }
    }

    private static int currentUser() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int ownerOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw Directories.unwritable(path, failure);
        }
    }
}
