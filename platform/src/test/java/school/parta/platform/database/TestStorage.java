package school.parta.platform.database;

import java.time.Clock;
import java.time.Duration;
import school.parta.platform.ledger.Commits;
import school.parta.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What a node has of PostgreSQL, for tests of what stands on it; several nodes may share a database. */
public final class TestStorage implements AutoCloseable {

    public final Commits commits = new Commits();
    public final DatabaseSettings settings;
    public final Transactions transactions;
    public final Sql sql;
    private final Pool pool;

    public TestStorage(TestDatabase database) {
        settings = new DatabaseSettings(
                database.url(),
                "app-test",
                "hub-test",
                "disable",
                4,
                8,
                2,
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(6));
        var json = JsonMapper.builder().build();
        pool = new Pool(settings, "parta_app", settings.password(), settings.connections());
        sql = new Sql(pool, json);
        transactions =
                new Transactions(pool, settings, new Append(sql), new Answers(sql, json), commits, Clock.systemUTC());
    }

    @Override
    public void close() {
        pool.close();
    }
}
