package school.parta.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Commits;
import school.parta.platform.ledger.Topic;
import school.parta.testing.TestDatabase;
import school.parta.testing.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Transactions on a database of their own, without Spring. */
final class TestUnits implements AutoCloseable {

    static final UUID ACCOUNT = Ids.next();

    final TestDatabase database = TestServers.running().database();
    final JsonMapper json = JsonMapper.builder().build();
    final Commits commits = new Commits();
    final Pool pool;
    final Sql sql;
    final Transactions transactions;
    final int school;
    final int otherSchool;

    TestUnits(int reads, int writes) {
        var settings = new DatabaseSettings(
                database.url(),
                "app-test",
                "hub-test",
                "disable",
                writes,
                reads,
                2,
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(6));
        pool = new Pool(settings, "parta_app", settings.password(), settings.connections());
        sql = new Sql(pool, json);
        transactions =
                new Transactions(pool, settings, new Append(sql), new Answers(sql, json), commits, Clock.systemUTC());
        school = (int) database.number("select id from school where slug = 'school-65'");
        otherSchool = (int) database.number("select id from school where slug = 'lyceum-69'");
    }

    Context in(int tenant) {
        return new Scope(tenant, ACCOUNT, "TEACHER", "test", null).in(Context.empty());
    }

    Context with(String key, String hash) {
        return new Scope(school, ACCOUNT, "TEACHER", "test", new RequestKey(key, hash, 201)).in(Context.empty());
    }

    /** Adds a subject, the smallest write there is. */
    Mono<Long> addSubject(Unit unit, String name) {
        return sql.of("insert into subject (tenant_id, name) values (:tenant, :name)")
                .bind("name", name)
                .update()
                .doOnNext(rows -> unit.record(change("subject.added")));
    }

    Mono<Long> subjects() {
        return transactions.read(unit ->
                sql.of("select count(*) from subject where tenant_id = :tenant").value(Long.class));
    }

    static Change change(String kind) {
        return new Change(kind, null, null, null, null, null, null, List.of(Topic.schoolStaff()), null, "{}");
    }

    @Override
    public void close() {
        pool.close();
    }
}
