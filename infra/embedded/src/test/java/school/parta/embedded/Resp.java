package school.parta.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One command to Redis in its inline form. */
final class Resp {

    private Resp() {}

    /** The answer's last line: of a string the string itself. */
    static String ask(EmbeddedRedis redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral(redis.host()), redis.port())) {
            socket.getOutputStream()
                    .write("AUTH %s\r\n%s\r\n"
                            .formatted(redis.password(), command)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .reduce("", (first, second) -> second);
        }
    }
}
