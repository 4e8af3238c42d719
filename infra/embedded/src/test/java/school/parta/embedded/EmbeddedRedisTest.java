package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static school.parta.embedded.Processes.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedRedisTest {

    @Test
    void killedServerRunsAgainOnItsPortWithItsKeys() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(Fresh.directory("redis-killed"))) {
            assertThat(Resp.ask(redis, "SET mark 5")).isEqualTo("+OK");
            long before = redis.pid();
            Processes.kill(before);
            assertThat(eventually(() -> Resp.ask(redis, "GET mark"))).isEqualTo("5");
            eventually(() -> assertThat(redis.pid()).isNotEqualTo(before));
        }
    }

    @Test
    void passwordIsAskedForAndNotOnTheCommandLine() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(Fresh.directory("redis-password"))) {
            assertThat(RedisPing.answered(redis.port(), "guess")).isFalse();
            assertThat(Files.readString(Path.of("/proc/" + redis.pid() + "/cmdline")))
                    .contains("redis.conf")
                    .doesNotContain(redis.password());
        }
    }

    @Test
    void unreadableFileIsMovedAsideNotDeleted() throws Exception {
        Path directory = Fresh.directory("redis-unreadable");
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory)) {
            Resp.ask(redis, "SET mark 5");
        }
        Path file = directory.resolve("data/appendonlydir/appendonly.aof.1.incr.aof");
        Files.writeString(file, "nonsense" + Files.readString(file));
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory)) {
            assertThat(Resp.ask(redis, "EXISTS mark")).isEqualTo(":0");
        }
        assertThat(Directories.children(directory.resolve("data"), "unreadable-"))
                .hasSize(1);
    }
}
