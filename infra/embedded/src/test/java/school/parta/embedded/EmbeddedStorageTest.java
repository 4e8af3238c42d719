package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EmbeddedStorageTest {

    @Test
    void serversOutliveTheContextAndStopWithTheProcess() throws Exception {
        Path directory = Fresh.directory("var");
        String text = Processes.java(OrderlyService.class, "--parta.var=" + directory);
        Path data = directory.resolve("postgresql");
        assertThat(new RunningServers("postgres", data.resolve("data")).found())
                .as(text)
                .isEmpty();
        assertThat(new RunningServers("redis-server", directory.resolve("redis/data")).found())
                .isEmpty();
        Programs programs = Programs.in(directory.resolve("programs"));
        Secrets secrets = Secrets.in(directory);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, programs, secrets, Map.of(), new NoOpLog())) {
            assertThat(Sql.ask(postgres, "select value from mark")).as(text).isEqualTo("5");
        }
    }

    @Test
    void failureIsPrintedAsTwoSentences() throws Exception {
        Path directory = Fresh.directory("var-version");
        Path data = Files.createDirectories(directory.resolve("postgresql/data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertThat(Processes.java(OrderlyService.class, "--parta.var=" + directory))
                .contains("APPLICATION FAILED TO START", "holds the data of PostgreSQL 17", "Move the data over")
                .doesNotContain("\tat ");
    }

    @Test
    void externalServersLeaveEverythingAlone() throws Exception {
        Path directory = Fresh.directory("external");
        StandardEnvironment environment = environment(Map.of(
                "parta.var", directory.toString(),
                "parta.database.url", "postgresql://db/parta",
                "parta.redis.url", "redis://cache"));
        process(environment);
        assertThat(environment.getProperty("parta.storage")).isNull();
        assertThat(Directories.children(directory, "")).isEmpty();
    }

    @Test
    void oneExternalServerAloneIsRefusedByTheNameOfTheOther() {
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> process(environment(Map.of("parta.database.url", "postgresql://db/parta"))))
                .withMessage("PARTA_DATABASE_URL is set, but PARTA_REDIS_URL is not.");
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> process(environment(Map.of("parta.redis.url", "redis://cache"))))
                .withMessage("PARTA_REDIS_URL is set, but PARTA_DATABASE_URL is not.");
    }

    private static void process(StandardEnvironment environment) {
        new EmbeddedStorage(Supplier::get).postProcessEnvironment(environment, new SpringApplication());
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
