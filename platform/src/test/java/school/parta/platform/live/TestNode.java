package school.parta.platform.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Scope;
import school.parta.platform.database.TestStorage;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Topic;
import school.parta.platform.redis.RedisConnections;
import school.parta.platform.redis.RedisSettings;
import school.parta.testing.TestDatabase;

/** One node of the installation on the test's database and Redis: everything live but HTTP. */
public final class TestNode implements AutoCloseable {

    static final String SCHOOL = "school-65";

    public final int school;
    public final TestStorage storage;
    public final RedisConnections redis;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LedgerRows ledger;
    final Live live;
    private final TestDatabase database;

    public TestNode(TestDatabase database) {
        this(database, database.redis(), settings(2048, Duration.ofMinutes(10)), new StreamLimits(20, 1000));
    }

    TestNode(TestDatabase database, String redisUrl, LiveSettings settings, StreamLimits limits) {
        this.database = database;
        this.school = (int) database.number("select id from school where slug = '" + SCHOOL + "'");
        this.storage = new TestStorage(database);
        var prefix = database.url().getPath().substring(1);
        this.redis = new RedisConnections(new RedisSettings(redisUrl, prefix));
        this.ledger = new LedgerRows(storage.transactions, storage.sql);
        this.live = new Live(
                settings,
                limits,
                storage.settings,
                ledger,
                redis.redis(),
                storage.commits,
                Clock.systemUTC(),
                new LiveMeters(meters));
        live.start();
    }

    static LiveSettings settings(int ring, Duration keep) {
        return new LiveSettings(
                ring,
                Math.min(ring, 256),
                Duration.ofSeconds(2),
                keep,
                Duration.ofMillis(20),
                Duration.ofHours(1),
                10_000);
    }

    /** Does not compare itself with the ledger: what arrives came by message or was read because of one. */
    static LiveSettings deaf(int ring) {
        return new LiveSettings(
                ring,
                Math.min(ring, 256),
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                Duration.ofMillis(20),
                Duration.ofHours(1),
                10_000);
    }

    public LiveHub hub() {
        return live.hub();
    }

    public FollowedSchool follow() {
        return hub().follow(school).block();
    }

    /** A verb of this node changes something for a topic; returns the ledger number. */
    public long change(String kind, Topic... topics) {
        storage.transactions
                .write(unit -> Mono.fromSupplier(() ->
                        unit.record(new Change(kind, null, null, null, null, null, null, List.of(topics), null, "{}"))))
                .contextWrite(new Scope(school, UUID.randomUUID(), "TEACHER", "test", null)::in)
                .block();
        return head();
    }

    /** Rows appear in the ledger and no node is told: their writer died after the commit. Returns the last number. */
    public long silently(int rows, String kind, Topic... topics) {
        var names = String.join(" ", Arrays.stream(topics).map(Topic::name).toList());
        database.execute("""
                select ledger_append(%d, null, 'TEACHER', null, array_fill('%s'::text, array[%d]),
                  array_fill(null::uuid, array[%3$d]), array_fill(null::uuid, array[%3$d]),
                  array_fill(null::uuid, array[%3$d]), array_fill(null::uuid, array[%3$d]),
                  array_fill(null::date, array[%3$d]), array_fill(null::uuid, array[%3$d]),
                  array_fill('%s'::text, array[%3$d]), array_fill(null::text, array[%3$d]),
                  array_fill('{}'::text, array[%3$d]), '{}', '{}', '{}', '{}')
                """.formatted(school, kind, rows, names));
        return head();
    }

    public long head() {
        return database.number("select seq from ledger_head where tenant_id = " + school);
    }

    /** A row gets older. */
    void age(long seq, String interval) {
        database.execute("update ledger set at = clock_timestamp() - interval '%s' where tenant_id = %d and seq = %d"
                .formatted(interval, school, seq));
    }

    /** The chain goes on at this number after a restore. */
    void resume(long seq) {
        database.execute("update ledger_head set seq = %d where tenant_id = %d".formatted(seq - 1, school));
        silently(1, "chain.resumed", Topic.schoolStaff());
    }

    /** A right ended. */
    void revoke(UUID account, @Nullable UUID session) {
        database.execute("insert into revocation (account, session, reason) values ('%s', %s, 'test')"
                .formatted(account, session == null ? "null" : "'" + session + "'"));
    }

    /** Waits until everything that was given to the school's executor is done. */
    void settle() {
        Mono.create(sink -> follow().serial.execute(sink::success)).block();
    }

    double count(String meter) {
        return meters.get(meter).counter().count();
    }

    TestClient client(@Nullable String cursor, Topic... topics) {
        return client(UUID.randomUUID(), UUID.randomUUID(), cursor, topics);
    }

    TestClient client(UUID account, UUID session, @Nullable String cursor, Topic... topics) {
        return client(account, session, null, cursor, topics);
    }

    TestClient client(UUID account, UUID session, @Nullable Instant until, @Nullable String cursor, Topic... topics) {
        var client = new TestClient();
        var stream = live.streams().reserve(account, session, client);
        var followed = storage.transactions
                .read(unit -> Mono.just(new Followed(Set.of(topics), until, unit.seq())))
                .contextWrite(Scope.service(school)::in);
        live.streams()
                .open(stream, List.of(new Streams.Wish(school, SCHOOL, followed)), cursor)
                .block();
        client.stream = stream;
        return client;
    }

    /** A message as another node would send it. */
    NodeMessage message(long first, List<String> kinds, Topic... topics) {
        var names = Arrays.stream(topics).map(Topic::name).toList();
        var rows = IntStream.range(0, kinds.size())
                .mapToObj(index -> new Row(first + index, kinds.get(index), names, null, null, null, null, 1))
                .toList();
        return new NodeMessage("another", school, first, first + kinds.size() - 1, rows);
    }

    @Override
    public void close() {
        live.stop();
        live.close();
        redis.close();
        storage.close();
    }
}
