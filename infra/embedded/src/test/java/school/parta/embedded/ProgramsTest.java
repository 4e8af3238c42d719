package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    @Test
    void unpackBrokenInTheMiddleIsDoneAgain() throws Exception {
        Path directory = Fresh.directory("programs");
        Path broken = Files.createDirectory(directory.resolve("new-redis123"));
        Files.writeString(broken.resolve("redis-server"), "half of it");
        assertThat(Programs.in(directory).redis()).isExecutable();
        assertThat(broken).doesNotExist();
    }

    @Test
    void otherMachinesAreToldToBringTheirOwnServers() {
        assertThatNoException().isThrownBy(() -> Programs.requirePlatform("Linux", "amd64", true));
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> Programs.requirePlatform("Mac OS X", "aarch64", false))
                .withMessageContaining("Mac OS X aarch64");
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> Programs.requirePlatform("Linux", "amd64", false))
                .withMessageContaining("without it");
    }

    @Test
    void fullDiskIsToldInMegabytes() throws Exception {
        Path directory = Fresh.directory("space");
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> Directories.requireSpace(directory, Long.MAX_VALUE))
                .withMessageContaining("MB free");
    }

    @Test
    void placeThatCannotBeWrittenIsNamed() {
        assertThatExceptionOfType(EmbeddedServerFailed.class)
                .isThrownBy(() -> Directories.writable(Path.of("/proc/parta")))
                .withMessageContaining("/proc/parta cannot be written");
    }
}
