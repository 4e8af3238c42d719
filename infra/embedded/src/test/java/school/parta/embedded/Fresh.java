package school.parta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty directories below {@code target/}, deleted with the tests' process: a cluster takes 50 MB. */
final class Fresh {

    private static final Path ALL = Path.of("target", "servers");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Fresh::deleteAll));
    }

    private Fresh() {}

    static Path directory(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(ALL), name).toRealPath();
    }

    private static void deleteAll() {
        try {
            Directories.delete(ALL);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
