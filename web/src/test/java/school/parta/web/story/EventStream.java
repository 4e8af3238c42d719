package school.parta.web.story;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A live stream as an outside client reads it. */
final class EventStream implements AutoCloseable {

    /** One event; its data as JSON. */
    record Event(String id, String name, JsonNode data) {

        long seq() {
            return data.get("seq").asLong();
        }
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private final Thread reader;
    private volatile @Nullable Stream<String> lines;
    private volatile boolean ended;

    EventStream(CompletableFuture<HttpResponse<Stream<String>>> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            var body = response.join().body();
            lines = body;
            var fields = new String[] {"", "message", ""};
            body.forEach(line -> take(line, fields));
        } catch (RuntimeException cut) {
            // A cut line is what several stories are about; the test looks at ended().
        } finally {
            ended = true;
        }
    }

    private void take(String line, String[] fields) {
        if (line.isEmpty()) {
            if (!fields[2].isEmpty()) {
                events.add(new Event(fields[0], fields[1], Client.JSON.readTree(fields[2])));
            }
            fields[1] = "message";
            fields[2] = "";
        } else if (line.startsWith("id:")) {
            fields[0] = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            fields[1] = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            fields[2] = line.substring(5).strip();
        }
    }

    int status() {
        return response.join().statusCode();
    }

    boolean ended() {
        return ended;
    }

    /** The next event of a name, or an error after the seconds given. */
    Event next(String name, int seconds) {
        return next(event -> event.name().equals(name), name, seconds);
    }

    Event next(Predicate<Event> wanted, String what, int seconds) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (System.nanoTime() < end) {
                var event = events.poll(100, TimeUnit.MILLISECONDS);
                if (event != null && wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no event " + what + " within " + seconds + " s");
    }

    /** Everything that has arrived and was not read yet. */
    List<Event> arrived() {
        var all = new ArrayList<Event>();
        events.drainTo(all);
        return all;
    }

    @Override
    public void close() {
        response.cancel(true);
        var open = lines;
        if (open != null) {
            open.close();
        }
        reader.interrupt();
    }
}
