package school.parta.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the embedded servers: random, made once, kept in a file that only its owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Properties properties = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path directory) {
        Secrets secrets = new Secrets(Directories.writable(directory).resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            secrets.load();
        }
        return secrets;
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    /** The password of that name, made and stored if there is none yet; safe inside URLs. */
    String password(String name) {
        if (!has(name)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            properties.setProperty(name, HexFormat.of().formatHex(random));
            store();
        }
        return properties.getProperty(name);
    }

    private void load() {
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw Directories.unwritable(file, failure);
        }
    }

    private void store() {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Passwords of the embedded servers; whoever has them has all the data.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        write(file, text.toString());
    }

    /** Replaces a file in one step by one that only its owner can read. */
    static void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "secret",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw Directories.unwritable(file, failure);
        }
    }
}
