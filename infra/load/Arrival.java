import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * From sending a mark to its event at an open stream, one mark after the other. Arguments: base address, file of
 * address, token and body of marks that the stream carries, address and token of the stream, how many marks.
 */
class Arrival {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String base = arguments[0];
        List<String> marks = Files.readAllLines(Path.of(arguments[1]));
        int count = Integer.parseInt(arguments[4]);
        var millis = new double[count];
        var salt = Long.toHexString(System.nanoTime());
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var stream = HttpRequest.newBuilder(URI.create(base + arguments[2]))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + arguments[3])
                    .build();
            try (var lines = new BufferedReader(new InputStreamReader(
                    client.send(stream, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
                await(lines, "event: cursor");
                for (int number = 0; number < count; number++) {
                    long sent = System.nanoTime();
                    var answer = client.sendAsync(Pace.request(base, marks.get(number % marks.size()), salt + "-" + number), BodyHandlers.ofString());
                    await(lines, "event: changed");
                    millis[number] = (System.nanoTime() - sent) / 1e6;
                    if (answer.join().statusCode() != 201) {
                        throw new IllegalStateException(answer.join().body());
                    }
                }
            }
        }
        Arrays.sort(millis);
        System.out.printf("marks=%d p50=%.3f p99=%.3f%n", count, millis[count / 2], millis[count * 99 / 100]);
        System.exit(0);
    }

    private static void await(BufferedReader lines, String wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new IOException("the stream ended");
    }
}
