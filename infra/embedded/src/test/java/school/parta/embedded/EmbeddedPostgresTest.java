package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Starts, kills and starts again; each life of the server must show the rows of the lives before. */
class EmbeddedPostgresTest {

    @Test
    void restartKeepsRows() throws Exception {
        Path directory = Fresh.directory("restart");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            postgres.createDatabase("parta");
            run(postgres, "create table mark (value int)");
            run(postgres, "insert into mark values (5)");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            postgres.createDatabase("parta");
            assertThat(ask(postgres, "select value from mark")).isEqualTo("5");
        }
    }

    static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("parta");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("parta");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
