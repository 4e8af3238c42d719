package school.parta.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file a server writes its log to, kept below a size; the part before goes to {@code NAME.1}. */
final class ServerLog {

    private static final long LIMIT_BYTES = 8L << 20;
    private static final int TAIL_BYTES = 4000;

    private final Path file;
    private long launchedAt;

    ServerLog(Path directory, String name) {
        this.file = Directories.writable(directory).resolve(name + ".log");
    }

    ProcessBuilder.Redirect forLaunch() throws IOException {
        limit();
        launchedAt = Files.exists(file) ? Files.size(file) : 0;
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    void limit() throws IOException {
        if (!Files.exists(file) || Files.size(file) < LIMIT_BYTES) {
            return;
        }
        Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        // The server appends through a descriptor of its own: the file must stay the same file.
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(0);
        }
    }

    /** What the server wrote last since its launch. */
    String tail() {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(Math.max(launchedAt, open.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) (open.length() - open.getFilePointer())];
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    Path file() {
        return file;
    }
}
