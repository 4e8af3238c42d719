package school.parta.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a Redis whether it is ready to work, its data loaded. */
final class RedisPing {

    private static final int TIMEOUT_MILLIS = 1000;
    private static final String WELL = "+OK\r\n+PONG\r\n";

    private RedisPing() {}

    static boolean answered(int port, String password) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(WELL.length());
            return WELL.equals(new String(answer, StandardCharsets.US_ASCII));
        } catch (IOException notYet) {
            return false;
        }
    }
}
