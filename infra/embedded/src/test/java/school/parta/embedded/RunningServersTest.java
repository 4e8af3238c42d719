package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunningServersTest {

    private final RunningServers servers = new RunningServers("redis-server", Path.of("/srv/var/redis/data"));

    @Test
    void commandLineMustNameProgramAndDirectory() throws Exception {
        assertThat(servers.isNamedBy(line("/opt/redis-server", "/srv/var/redis/data/redis.conf")))
                .isTrue();
        assertThat(servers.isNamedBy(line("/opt/redis-server", "/srv/var/redis/data2/redis.conf")))
                .isFalse();
        assertThat(servers.isNamedBy(line("/bin/less", "/srv/var/redis/data/redis.conf")))
                .isFalse();
    }

    @Test
    void thisProcessIsNoServer() {
        assertThat(servers.contains(ProcessHandle.current().pid())).isFalse();
    }

    private static Path line(String... words) throws IOException {
        return Files.writeString(Fresh.directory("line").resolve("cmdline"), String.join("\0", words) + "\0");
    }
}
