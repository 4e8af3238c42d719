package school.parta.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VarDirectoryTest {

    @Test
    void locationOfCodeIsAFileWhateverItsForm() {
        assertThat(VarDirectory.file("file:/srv/parta/infra/embedded/target/classes/"))
                .isEqualTo(Path.of("/srv/parta/infra/embedded/target/classes"));
        assertThat(VarDirectory.file("jar:nested:/srv/my%20parta/web/target/parta.jar/!BOOT-INF/lib/e.jar!/"))
                .isEqualTo(Path.of("/srv/my parta/web/target/parta.jar"));
        assertThat(VarDirectory.file("jar:file:///srv/parta.jar!/BOOT-INF/classes!/"))
                .isEqualTo(Path.of("/srv/parta.jar"));
    }

    @Test
    void repositoryIsTheDirectoryWithPomAndMigrations() throws Exception {
        Path root = Fresh.directory("repository");
        Path code = Files.createDirectories(root.resolve("web/target/classes"));
        Files.createFile(root.resolve("web/pom.xml"));
        Files.createDirectory(root.resolve("migrations"));
        Files.createFile(root.resolve("pom.xml"));
        assertThat(VarDirectory.repository(code)).contains(root);
    }

    @Test
    void givenDirectoryWins() {
        assertThat(VarDirectory.of("/srv/var")).isEqualTo(Path.of("/srv/var"));
    }
}
