package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static school.parta.embedded.Processes.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Starts, kills and starts again; each life of the server must show the rows of the lives before. */
class EmbeddedPostgresTest {

    @Test
    void restartKeepsRows() throws Exception {
        Path directory = directoryWithMark("restart");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            postgres.createDatabase("parta");
            assertThat(mark(postgres)).isEqualTo("5");
        }
    }

    @Test
    void durableSettingsAndRussianOrderAreOn() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Fresh.directory("settings"))) {
            postgres.createDatabase("parta");
            assertThat(Sql.ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(Sql.ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(Sql.ask(postgres, "select string_agg(x, '' order by x) from unnest('{ж,Я,ё,а,Б,е}'::text[]) x"))
                    .isEqualTo("аБеёжЯ");
        }
    }

    @Test
    void killedServerRunsAgainOnItsPort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Fresh.directory("killed"))) {
            postgres.createDatabase("parta");
            Sql.run(postgres, "create table mark as select 5 as value");
            long before = postgres.pid();
            Processes.kill(before);
            assertThat(eventually(() -> mark(postgres))).isEqualTo("5");
            assertThat(postgres.pid()).isNotEqualTo(before);
        }
    }

    @Test
    void secondStartOnTheSameDirectoryIsRefused() throws Exception {
        Path directory = Fresh.directory("locked");
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory)) {
            assertThatExceptionOfType(EmbeddedServerFailed.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(directory).close())
                    .withMessageContaining("already works with the data in " + directory);
            assertThat(Processes.java(SecondService.class, directory.toString()))
                    .contains("Another service (process "
                            + ProcessHandle.current().pid() + ") already works");
            first.createDatabase("parta");
        }
    }

    @Test
    void dataOfAnotherVersionAreRefusedAndKept() throws Exception {
        Path directory = Fresh.directory("version");
        Path version = Files.createDirectories(directory.resolve("data")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory).close())
                .withMessageContaining("holds the data of PostgreSQL 17");
        assertThat(version).hasContent("17");
    }

    @Test
    void processIdGivenToAStrangerDoesNotStopTheStart() throws Exception {
        Path directory = directoryWithMark("stranger");
        String pid = Long.toString(ProcessHandle.current().pid());
        Files.writeString(directory.resolve("data/postmaster.pid"), pid + "\n" + directory + "/data\n0\n1\n\n\n\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(mark(postgres)).isEqualTo("5");
        }
    }

    @Test
    void lostPasswordIsSetAnew() throws Exception {
        Path directory = directoryWithMark("password");
        Files.delete(directory.resolve("secrets.properties"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(mark(postgres)).isEqualTo("5");
        }
    }

    private static Path directoryWithMark(String name) throws Exception {
        Path directory = Fresh.directory(name);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            postgres.createDatabase("parta");
            Sql.run(postgres, "create table mark as select 5 as value");
        }
        return directory;
    }

    private static String mark(EmbeddedPostgres postgres) throws Exception {
        return Sql.ask(postgres, "select value from mark");
    }
}
