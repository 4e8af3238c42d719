package school.parta.platform.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import school.parta.platform.ledger.Commit;
import school.parta.platform.redis.Redis;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The talk between nodes on the installation's one channel. Lost messages cost two seconds, never a change. */
final class NodeMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Redis redis;
    private final LiveHub hub;
    private final LiveThreads threads;
    private final LiveMeters meters;
    private final String node = UUID.randomUUID().toString();
    private final byte[] own = ("{\"node\":\"" + node + '"').getBytes(StandardCharsets.US_ASCII);

    NodeMessages(Redis redis, LiveHub hub, LiveThreads threads, LiveMeters meters) {
        this.redis = redis;
        this.hub = hub;
        this.threads = threads;
        this.meters = meters;
        redis.listen(this::hear);
    }

    /** Tells the others, not on the thread of the writer. */
    void tell(Commit commit) {
        if (redis.isThere()) {
            threads.execute(() -> redis.publish(JSON.writeValueAsBytes(message(commit))));
        }
    }

    private NodeMessage message(Commit commit) {
        var size = commit.rows().size();
        var rows = size > NodeMessage.MOST
                ? List.<Row>of()
                : IntStream.range(0, size)
                        .mapToObj(
                                index -> Row.of(commit.rows().get(index), commit.first() + index, commit.committedAt()))
                        .toList();
        return new NodeMessage(node, commit.tenant(), commit.first(), commit.first() + size - 1, rows);
    }

    private void hear(byte[] bytes) {
        if (isOwn(bytes)) {
            return;
        }
        try {
            var message = JSON.readValue(bytes, NodeMessage.class);
            if (message.isSound()) {
                hub.heard(message);
                return;
            }
        } catch (JacksonException broken) {
            // Counted below like every other message that makes no sense.
        }
        meters.dropped();
    }

    private boolean isOwn(byte[] bytes) {
        if (bytes.length < own.length) {
            return false;
        }
        for (var index = 0; index < own.length; index++) {
            if (bytes[index] != own[index]) {
                return false;
            }
        }
        return true;
    }
}
