package school.parta.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** The servers' own programs, unpacked once into a directory named by version, all or nothing. */
final class Programs {

    private static final long UNPACKED_MEBIBYTES = 120;

    private static final Path GLIBC = Path.of("/lib64/ld-linux-x86-64.so.2");

    private final Path directory;
    private final Properties versions = new Properties();

    private Programs(Path directory) {
        this.directory = directory;
    }

    /** Programs kept in that directory, made if needed. */
    static Programs in(Path directory) {
        requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"), Files.exists(GLIBC));
        Programs programs = new Programs(Directories.writable(directory));
        try (InputStream versions = resource("/school/parta/embedded/programs.properties")) {
            programs.versions.load(versions);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return programs;
    }

    static void requirePlatform(String system, String architecture, boolean glibc) {
        if (!system.equals("Linux") || !architecture.equals("amd64") || !glibc) {
            throw new EmbeddedServerFailed(
                    "The embedded servers run on Linux x86_64 with glibc, this is %s %s%s."
                            .formatted(system, architecture, glibc ? "" : " without it"),
                    "Start PostgreSQL 18 and Redis 7 yourself and set PARTA_DATABASE_URL and PARTA_REDIS_URL.");
        }
    }

    /** The directory that holds {@code bin/postgres} and {@code bin/initdb}. */
    Path postgres() {
        return unpacked("postgresql", "/postgres-linux-x86_64.txz", Archive::unpack);
    }

    /** The executable of Redis. */
    Path redis() {
        return unpacked("redis", "/redis-server-7.0.15-linux-amd64", Programs::copy)
                .resolve("redis-server");
    }

    String version(String name) {
        return versions.getProperty(name);
    }

    private Path unpacked(String name, String resource, Unpack unpack) {
        Path target = directory.resolve(name + "-" + version(name));
        // Two services may unpack side by side: the second waits for the first and finds its work.
        synchronized (Programs.class) {
            try (FileChannel gate =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                gate.lock();
                if (!Files.isDirectory(target)) {
                    Directories.requireSpace(directory, UNPACKED_MEBIBYTES);
                    unpackInto(target, name, resource, unpack);
                }
                return target;
            } catch (IOException failure) {
                throw new EmbeddedServerFailed(
                        "The programs of %s cannot be unpacked to %s (%s).".formatted(name, target, failure),
                        "Check the free space and the rights there, or set PARTA_VAR to another directory.",
                        failure);
            }
        }
    }

    private void unpackInto(Path target, String name, String resource, Unpack unpack) throws IOException {
        for (Path broken : Directories.children(directory, "new-" + name)) {
            Directories.delete(broken);
        }
        Path fresh = Files.createTempDirectory(directory, "new-" + name);
        // A server may run as another user than the one who unpacks.
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = new BufferedInputStream(resource(resource))) {
            unpack.into(packed, fresh);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(InputStream program, Path directory) throws IOException {
        Path file = directory.resolve("redis-server");
        Files.copy(program, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream resource(String name) {
        InputStream found = Programs.class.getResourceAsStream(name);
        if (found == null) {
            throw new EmbeddedServerFailed(
                    "The class path does not hold " + name + ".", "Build the service again: mvn clean package.");
        }
        return found;
    }

    private interface Unpack {
        void into(InputStream packed, Path directory) throws IOException;
    }
}
