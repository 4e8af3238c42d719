package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void passwordsAreKeptForTheirOwnerOnly() throws Exception {
        Path directory = Fresh.directory("secrets");
        String password = Secrets.in(directory).password("parta_app");
        assertThat(Secrets.in(directory).password("parta_app"))
                .isEqualTo(password)
                .hasSize(48);
        assertThat(Files.getPosixFilePermissions(directory.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
