package school.parta.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import school.parta.web.http.Messages;

/** Rules of the house that are about files, not about classes. */
class HouseRulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("platform", "tenants", "web", "migrations", "infra/embedded");
    private static final Set<String> WITHOUT_TWIN = Set.of("http", "live", "layout", "security");
    private static final Pattern STATEMENT =
            Pattern.compile("sql\\s*\\.of\\(\\s*(\"\"\".*?\"\"\"|\"[^\"]*\")", Pattern.DOTALL);
    private static final Pattern REFUSAL = Pattern.compile(
            "final class (\\w+) extends (Malformed|Forbidden|Conflict|Refused|Closed|Precondition|Exhausted|Unavailable)\\b");
    private static final Set<String> GLOBAL_PACKAGES = Set.of("security", "access", "account", "live");

    private static Stream<Path> files(String ending) {
        return MODULES.stream()
                .flatMap(module -> walk(ROOT.resolve(module).resolve("src/main")))
                .filter(file -> file.toString().endsWith(ending));
    }

    private static Stream<Path> walk(Path directory) {
        try (var found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String parent(Path file) {
        return file.getParent().getFileName().toString();
    }

    @Test
    void noFileIsLongerThan250Lines() {
        var long_ = Stream.of(".java", ".jte", ".js", ".css", ".sql")
                .flatMap(HouseRulesTest::files)
                .filter(file -> text(file).lines().count() > 250)
                .map(ROOT::relativize);
        assertThat(long_).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        var silent = files(".java")
                .map(Path::getParent)
                .distinct()
                .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                .map(ROOT::relativize);
        assertThat(silent).isEmpty();
    }

    @Test
    void everyRoomOfWebHasItsTwin() {
        var features = rooms("tenants");
        var orphans = rooms("web").stream().filter(room -> !WITHOUT_TWIN.contains(room) && !features.contains(room));
        assertThat(orphans).isEmpty();
    }

    private static Set<String> rooms(String module) {
        return walk(ROOT.resolve(module).resolve("src/main/java/school/parta").resolve(module))
                .filter(file -> !parent(file).equals(module))
                .map(HouseRulesTest::parent)
                .collect(toSet());
    }

    @Test
    void everyStatementNamesItsSchool() {
        var careless = files(".java")
                .filter(file -> !GLOBAL_PACKAGES.contains(parent(file)))
                .flatMap(file -> STATEMENT.matcher(text(file)).results().map(match -> match.group(1)))
                .filter(statement -> !statement.contains(":tenant"));
        assertThat(careless).isEmpty();
    }

    @Test
    void everyRefusalHasItsSentencesInBothLanguages() {
        var messages = new Messages();
        var names = files(".java")
                .flatMap(file -> REFUSAL.matcher(text(file)).results().map(match -> match.group(1)))
                .toList();
        assertThat(names).hasSizeGreaterThan(3).allSatisfy(name -> {
            for (var locale : List.of(Messages.RUSSIAN, Locale.ENGLISH)) {
                assertThat(messages.in(locale).containsKey("refusal." + name + ".title"))
                        .as(name)
                        .isTrue();
                assertThat(messages.in(locale).containsKey("refusal." + name + ".detail"))
                        .as(name)
                        .isTrue();
            }
        });
    }
}
