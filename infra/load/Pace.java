import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the requests of a file at a steady rate, whatever the answers take. Arguments: base address, file of address,
 * token and body, requests a second, seconds, line to begin with. Ends with one line of figures.
 */
class Pace {
    private static final int UNDER_WAY = 200;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rows = Files.readAllLines(Path.of(arguments[1]));
        int rate = Integer.parseInt(arguments[2]);
        int all = rate * Integer.parseInt(arguments[3]);
        int from = Integer.parseInt(arguments[4]);
        var underWay = new Semaphore(UNDER_WAY);
        var times = new ConcurrentLinkedQueue<Double>();
        var refused = new AtomicInteger();
        var salt = Long.toHexString(System.nanoTime());
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long start = System.nanoTime();
            for (int number = 0; number < all; number++) {
                TimeUnit.NANOSECONDS.sleep(start + number * 1_000_000_000L / rate - System.nanoTime());
                underWay.acquire();
                long sent = System.nanoTime();
                client.sendAsync(
                                request(arguments[0], rows.get((from + number) % rows.size()), salt + "-" + number),
                                BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> {
                            times.add((System.nanoTime() - sent) / 1e6);
                            if (failure != null || answer.statusCode() >= 300) {
                                refused.incrementAndGet();
                            }
                            underWay.release();
                        });
            }
            underWay.acquire(UNDER_WAY);
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] sorted =
                    times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    "requests=%d refused=%d took=%.3f p50=%.3f p99=%.3f%n",
                    all, refused.get(), seconds, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
        }
    }

    static HttpRequest request(String base, String row, String key) {
        String[] fields = row.split("\t", -1);
        var request = HttpRequest.newBuilder(URI.create(base + fields[0]))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(fields[2].replace("#", key)));
        return (fields[1].isEmpty() ? request : request.header("Authorization", "Bearer " + fields[1])).build();
    }
}
