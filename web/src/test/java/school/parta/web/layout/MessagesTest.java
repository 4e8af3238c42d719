package school.parta.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import school.parta.web.http.Messages;

class MessagesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_TEMPLATES = Pattern.compile("say\\(\"([a-zA-Z.]+[a-zA-Z])\"");
    private static final Pattern IN_SCRIPTS = Pattern.compile("say\\('([a-zA-Z.]+[a-zA-Z])'");

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(new TreeSet<>(messages.in(Locale.ENGLISH).keySet()))
                .isEqualTo(new TreeSet<>(messages.in(Messages.RUSSIAN).keySet()));
    }

    @Test
    void everySentenceCanBeFormatted() {
        for (var locale : new Locale[] {Messages.RUSSIAN, Locale.ENGLISH}) {
            var bundle = messages.in(locale);
            for (var key : bundle.keySet()) {
                assertThat(new MessageFormat(bundle.getString(key), locale).format(new Object[] {2, 3, 4}))
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    @Test
    void whatTemplatesSayExists() {
        var said = said(MAIN.resolve("jte"), IN_TEMPLATES);
        assertThat(said).hasSizeGreaterThan(100).allMatch(messages::has);
    }

    @Test
    void whatScriptsSayExists() {
        var said = said(MAIN.resolve("resources/static/js"), IN_SCRIPTS);
        assertThat(said).hasSizeGreaterThan(30).allMatch(key -> messages.has("script." + key));
    }

    @Test
    void russianPluralsFollowTheNumber() {
        var words = new Words(messages, Messages.RUSSIAN);
        assertThat(words.say("pages.missed", 1, 0)).isEqualTo("1 пропуск");
        assertThat(words.say("pages.missed", 2, 0)).isEqualTo("2 пропуска");
        assertThat(words.say("pages.missed", 5, 1)).isEqualTo("5 пропусков, без причины 1");
        assertThat(words.say("pages.missed", 11, 0)).isEqualTo("11 пропусков");
        assertThat(words.say("pages.missed", 21, 0)).isEqualTo("21 пропуск");
        assertThat(words.say("pages.missed", 101, 0)).isEqualTo("101 пропуск");
    }

    private static Stream<String> said(Path directory, Pattern pattern) {
        try (var files = Files.walk(directory)) {
            return files
                    .filter(Files::isRegularFile)
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
