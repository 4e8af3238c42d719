package school.parta.embedded;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the embedded servers keep their programs and data. */
final class VarDirectory {

    private VarDirectory() {}

    /** The given directory, else {@code var} of the repository this code runs from, else of the working directory. */
    static Path of(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        return codeLocation()
                .flatMap(VarDirectory::repository)
                .orElseGet(() -> Path.of("").toAbsolutePath())
                .resolve("var");
    }

    /** The directory when nobody asks Spring: system property, environment variable, default. */
    static Path standard() {
        return of(System.getProperty("parta.var", System.getenv("PARTA_VAR")));
    }

    private static Optional<Path> codeLocation() {
        return Optional.ofNullable(VarDirectory.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::toString)
                .map(VarDirectory::file);
    }

    /** The file or directory behind a {@code file:} or {@code jar:nested:} location: of nested jars the outermost. */
    static Path file(String location) {
        String path = location.replaceFirst("^jar:", "").replaceFirst("^(nested|file):/*", "/");
        int nested = path.indexOf('!');
        String outermost = nested < 0 ? path : path.substring(0, nested);
        return Path.of(URI.create("file://" + outermost)).normalize();
    }

    static Optional<Path> repository(Path code) {
        return Stream.iterate(code, path -> path != null, Path::getParent)
                .filter(VarDirectory::isRepository)
                .findFirst();
    }

    private static boolean isRepository(Path path) {
        return Files.isRegularFile(path.resolve("pom.xml")) && Files.isDirectory(path.resolve("migrations"));
    }
}
