package school.parta.web.http;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** Sentences of the interface in Russian and English; plurals by ICU. */
@Component
public class Messages {

    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final ResourceBundle russian = bundle(RUSSIAN);
    private final ResourceBundle english = bundle(Locale.ENGLISH);

    /** Formats once of each kind: ICU reads its data from files at first use, and that must not be on an event loop. */
    public Messages() {
        for (var locale : List.of(RUSSIAN, Locale.ENGLISH)) {
            new MessageFormat("{0, plural, one {#} other {#}} {1, number}", locale).format(new Object[] {1, 2});
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The sentence with its placeholders filled.
     *
     * @throws MissingResourceException if there is no such sentence
     */
    public String text(Locale locale, String key, Object... arguments) {
        var pattern = in(locale).getString(key);
        return pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return in(RUSSIAN).containsKey(key);
    }

    /** All sentences of a language, by key. */
    public ResourceBundle in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : russian;
    }
}
