package school.parta.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second service away from a server's directory for as long as this process lives or until closed. */
final class DirectoryLock implements AutoCloseable {

    // Closing a second channel on a file drops this process's lock on it: never open one twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** What is started under the lock and closes it later. */
    interface Use<T> {
        T start(DirectoryLock lock) throws IOException, InterruptedException;
    }

    /** Locks the directory, made if needed, for what is started in it; lets it go if that fails. */
    static <T> T holding(Path directory, Use<T> use) {
        DirectoryLock lock = hold(Directories.writable(directory));
        boolean started = false;
        try {
            T result = use.start(lock);
            started = true;
            return result;
        } catch (IOException failure) {
            throw Directories.unwritable(directory, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerFailed("The start was interrupted.", "Start again.", interrupted);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** Locks the directory, given as a real path, or fails when someone else holds it. */
    private static DirectoryLock hold(Path directory) {
        if (!HELD.add(directory)) {
            throw taken(directory, "This process");
        }
        try {
            return new DirectoryLock(directory, locked(directory));
        } catch (IOException failure) {
            HELD.remove(directory);
            throw Directories.unwritable(directory, failure);
        } catch (EmbeddedServerFailed failure) {
            HELD.remove(directory);
            throw failure;
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            String holder = holder(channel);
            channel.close();
            throw taken(directory, holder);
        }
        channel.truncate(0);
        channel.write(
                StandardCharsets.US_ASCII.encode(
                        Long.toString(ProcessHandle.current().pid())),
                0);
        return channel;
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return "Another service (process " + StandardCharsets.US_ASCII.decode(text.flip()) + ")";
    }

    private static EmbeddedServerFailed taken(Path directory, String holder) {
        return new EmbeddedServerFailed(
                holder + " already works with the data in " + directory + ".",
                "Stop it first, or give this service a directory of its own with PARTA_VAR.");
    }

    /** Real path. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw Directories.unwritable(directory, failure);
        } finally {
            HELD.remove(directory);
        }
    }
}
