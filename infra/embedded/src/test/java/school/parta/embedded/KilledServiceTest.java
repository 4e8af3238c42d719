package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KilledServiceTest {

    @Test
    void serversLeftBehindAreEndedAndTheirDataServed() throws Exception {
        Path directory = Fresh.directory("orphans");
        String[] left = leave(directory);
        assertThat(ProcessHandle.of(Long.parseLong(left[1]))).isPresent();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgresql"));
                EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"))) {
            assertThat(Sql.ask(postgres, "select value from mark")).isEqualTo("5");
            assertThat(Resp.ask(redis, "GET mark")).isEqualTo("5");
            assertThat(new RunningServers("postgres", directory.resolve("postgresql/data"))
                            .contains(Long.parseLong(left[1])))
                    .isFalse();
        }
    }

    @Test
    void serversKilledWithTheServiceRecover() throws Exception {
        Path directory = Fresh.directory("all-killed");
        String[] left = leave(directory);
        Processes.kill(Long.parseLong(left[1]));
        Processes.kill(Long.parseLong(left[2]));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgresql"));
                EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"))) {
            assertThat(Sql.ask(postgres, "select value from mark")).isEqualTo("5");
            assertThat(Resp.ask(redis, "GET mark")).isEqualTo("5");
        }
    }

    private static String[] leave(Path directory) throws Exception {
        String text = Processes.java(KilledService.class, directory.toString());
        return text.lines()
                .filter(line -> line.startsWith("left "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text))
                .split(" ", -1);
    }
}
