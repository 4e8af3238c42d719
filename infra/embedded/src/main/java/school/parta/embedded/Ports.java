package school.parta.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of the loopback address. */
final class Ports {

    static final String HOST = "127.0.0.1";
    private static final int ATTEMPTS = 5;

    interface Start<T> {
        T on(int port) throws InterruptedException;
    }

    private Ports() {}

    /** Starts on a free port; on another one if some program was quicker to take it. */
    static <T> T first(Start<T> start) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.on(free());
            } catch (EmbeddedServerFailed failure) {
                if (attempt == ATTEMPTS || !(failure.getCause() instanceof BindException)) {
                    throw failure;
                }
            }
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
