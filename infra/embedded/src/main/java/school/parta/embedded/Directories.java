package school.parta.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the servers need of the file system, each failure in words for the person at the console. */
final class Directories {

    private static final long MEBIBYTE = 1024L * 1024;

    private Directories() {}

    /** Makes the directory if needed and returns its real, absolute path, in which this process can write. */
    static Path writable(Path directory) {
        try {
            Path real = Files.createDirectories(directory.toAbsolutePath()).toRealPath();
            if (Files.isWritable(real)) {
                return real;
            }
            throw unwritable(directory, null);
        } catch (IOException failure) {
            throw unwritable(directory, failure);
        }
    }

    static void requireSpace(Path directory, long mebibytes) {
        long free;
        try {
            free = Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
        } catch (IOException failure) {
            throw unwritable(directory, failure);
        }
        if (free < mebibytes) {
            throw new EmbeddedServerFailed(
                    "The disk of %s has %d MB free, the embedded servers need %d MB to start."
                            .formatted(directory, free, mebibytes),
                    "Free at least %d MB there, or set PARTA_VAR to a directory on another disk."
                            .formatted(mebibytes - free));
        }
    }

    static List<Path> children(Path directory, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static EmbeddedServerFailed unwritable(Path directory, @Nullable IOException failure) {
        return new EmbeddedServerFailed(
                "The directory %s cannot be written by the user %s%s."
                        .formatted(
                                directory.toAbsolutePath(),
                                System.getProperty("user.name"),
                                failure == null ? "" : " (" + failure + ")"),
                "Give that user the directory with all its files (chown -R), or set PARTA_VAR to another directory.",
                failure);
    }
}
