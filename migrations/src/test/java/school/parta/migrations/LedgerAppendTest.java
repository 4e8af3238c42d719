package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one function by which every change enters a school's chain, called as the application calls it. */
class LedgerAppendTest {
    private static final String ACCOUNT = "01a09c93-9d87-7565-b1bb-30ced7d22413";
    private static final String TWO_ROWS = """
        select ledger_append(1, '01a09c93-9d87-7565-b1bb-30ced7d22413', 'TEACHER', 'request-1',
          array['mark.given', 'lesson.changed'], array[gen_random_uuid(), null], array[null, gen_random_uuid()],
          array[gen_random_uuid(), null], array[gen_random_uuid(), null], array['2026-11-23'::date, null],
          array[gen_random_uuid(), gen_random_uuid()], array['family:pupil:1 staff:school', 'family:school'],
          array['op-1', null], array['{"after":{"value":"5"}}', null], '{}', '{}', '{}', '{}')""";
    private static final String ONE_ROW = """
        select ledger_append(1, null, 'SYSTEM', null, array['probe'], array[null::uuid], array[null::uuid],
          array[null::uuid], array[null::uuid], array[null::date], array[null::uuid], array['family:school'],
          array[null::text], array['{}'], '{}', '{}', '{}', '{}')""";

    private Access access;

    @BeforeEach
    void school() throws SQLException {
        access = Databases.migrated();
        try (Connection connection = access.connect()) {
            Query.run(connection, """
                insert into school (slug, name, time_zone)
                values ('one', 'Один', 'Europe/Moscow'), ('two', 'Два', 'Europe/Moscow')""");
            Query.run(connection, "insert into ledger_head (tenant_id) values (1)");
        }
    }

    @Test
    void rowsAreNumberedWithoutHolesAndEveryHashIsTheOneThatJavaFinds() throws SQLException {
        try (Connection connection = application()) {
            assertThat(Query.number(connection, TWO_ROWS)).isEqualTo(1);
            connection.commit();
            Query.run(connection, "set local app.tenant = 1");
            assertThat(Query.number(connection, TWO_ROWS)).isEqualTo(3);
            connection.commit();
        }
        try (Connection connection = access.connect()) {
            assertThat(Chain.broken(connection, 1)).isEmpty();
            assertThat(Query.rows(connection, "select seq from ledger order by seq"))
                    .containsExactly("1", "2", "3", "4");
            assertThat(Query.rows(connection, """
                select h.seq, h.hash = l.hash, h.at = l.at
                from ledger_head h
                join ledger l on l.tenant_id = h.tenant_id and l.seq = h.seq""")).containsExactly("4 t t");
        }
    }

    @Test
    void changedRowBreaksTheChainAndErasedContentDoesNot() throws SQLException {
        try (Connection connection = access.connect()) {
            Query.rows(connection, TWO_ROWS);
            Query.run(connection, "update ledger set payload = null, salt = null where seq = 1");
            assertThat(Chain.broken(connection, 1)).isEmpty();
            Query.run(connection, "update ledger set topics = '{family:school}' where seq = 1");
            assertThat(Chain.broken(connection, 1)).containsExactly(1L);
        }
    }

    @Test
    void keyAppliedAlreadyUndoesTheTransaction() throws SQLException {
        String keyed = TWO_ROWS.replace(
                "'{}', '{}', '{}', '{}')", "array['key-1'], array['01ff'], array[201], array['{\"seq\":-2}'])");
        try (Connection connection = application()) {
            Query.rows(connection, keyed);
            connection.commit();
            Query.run(connection, "set local app.tenant = 1");
            assertThat(Query.rows(
                            connection,
                            "select key, request_hash, status, first_seq, response from applied where account = ?::uuid",
                            ACCOUNT))
                    .containsExactly("key-1 01ff 201 1 {\"seq\":-2}");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Query.rows(connection, keyed))
                    .matches(refused -> "PA001".equals(refused.getSQLState()));
            connection.rollback();
        }
        try (Connection connection = access.connect()) {
            assertThat(Query.number(connection, "select seq from ledger_head")).isEqualTo(2);
        }
    }

    @Test
    void schoolWithoutHeadIsRefused() throws SQLException {
        try (Connection connection = application()) {
            assertThat(Query.refusal(connection, ONE_ROW.replace("ledger_append(1", "ledger_append(2")))
                    .isEqualTo("PA002");
        }
    }

    @Test
    void simultaneousWritersLeaveNoHole() throws Exception {
        try (var writers = Executors.newFixedThreadPool(2)) {
            var first = writers.submit(this::hundredRows);
            var second = writers.submit(this::hundredRows);
            assertThat(first.get() + second.get()).isEqualTo(200);
        }
        try (Connection connection = access.connect()) {
            assertThat(Query.rows(connection, "select seq from ledger order by seq"))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 200)
                            .mapToObj(Long::toString)
                            .toList());
            assertThat(Chain.broken(connection, 1)).isEmpty();
        }
    }

    private int hundredRows() throws SQLException {
        try (Connection connection = application()) {
            for (int row = 0; row < 100; row++) {
                Query.run(connection, "set local app.tenant = 1");
                Query.rows(connection, ONE_ROW);
                connection.commit();
            }
        }
        return 100;
    }

    /** Inside a transaction, in the first school, with the rights of the application. */
    private Connection application() throws SQLException {
        Connection connection = access.connect();
        Query.run(connection, "set role parta_app");
        connection.setAutoCommit(false);
        Query.run(connection, "set local app.tenant = 1");
        return connection;
    }
}
