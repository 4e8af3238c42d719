package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import school.parta.migrations.world.DemoWorld;

/** Tries every table of two full schools with the rights of the application: no row of the other school, ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantProbeTest {
    private static final String FORBIDDEN = "42501";

    private Connection connection;
    private List<String> tables;

    @BeforeAll
    void fill() throws SQLException {
        Access access = Databases.migrated();
        try (Connection owner = access.connectAsGenerator()) {
            DemoWorld.ensure(owner, Instant.parse("2026-11-25T12:00:00Z"));
        }
        connection = access.connect();
        for (int school = 1; school <= 2; school++) {
            Query.run(
                    connection,
                    "insert into applied values (" + school
                            + ", gen_random_uuid(), 'key', '\\x01', 201, 1, null, now())");
        }
        tables = Query.rows(connection, """
            select c.relname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')""");
        connection.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void withoutASchoolNothingIsSeen() throws SQLException {
        for (String table : tables) {
            act("reset app.tenant");
            assertThat(count(table)).as(table).isZero();
            act("set local app.tenant = ''");
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void onlyTheOwnSchoolIsSeen() throws SQLException {
        for (String table : tables) {
            connection.rollback();
            long own = Query.number(connection, "select count(*) from " + table + " where tenant_id = 1");
            long other = Query.number(connection, "select count(*) from " + table + " where tenant_id = 2");
            assertThat(List.of(own, other)).as("rows to see in " + table).doesNotContain(0L);
            act("set local app.tenant = 1");
            assertThat(count(table)).as(table).isEqualTo(own);
            assertThat(Query.number(connection, "select count(*) from " + table + " where tenant_id <> 1"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void rowOfTheOtherSchoolIsNeitherAddedNorChanged() throws SQLException {
        for (String table : tables) {
            connection.rollback();
            String row = Query.rows(
                            connection,
                            "select quote_literal(to_jsonb(t)) from " + table + " t where tenant_id = 2 limit 1")
                    .getFirst();
            act("set local app.tenant = 1");
            assertThat(Query.refusal(
                            connection,
                            "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", " + row
                                    + ")"))
                    .as("insert into " + table)
                    .isEqualTo(FORBIDDEN);
            assertThat(Query.refusal(connection, "update " + table + " set tenant_id = 2"))
                    .as("update of " + table)
                    .isEqualTo(FORBIDDEN);
        }
    }

    private long count(String table) throws SQLException {
        return Query.number(connection, "select count(*) from " + table);
    }

    private void act(String setting) throws SQLException {
        connection.rollback();
        Query.run(connection, "set local role parta_app");
        Query.run(connection, setting);
    }
}
