package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty directories below {@code target/}. */
final class Fresh {

    private Fresh() {}

    static Path directory(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), name)
                .toRealPath();
    }
}
