package school.parta.web.layout;

import java.util.Collections;
import java.util.Locale;
import java.util.TreeMap;
import school.parta.web.http.Messages;
import tools.jackson.databind.json.JsonMapper;

/** The sentences that scripts of pages say themselves: all keys that begin with {@code script.}, without it. */
public final class Script {

    private static final String PREFIX = "script.";

    private Script() {}

    /** As one JSON object. */
    public static String json(Messages messages, Locale locale) {
        var sentences = new TreeMap<String, String>();
        var bundle = messages.in(locale);
        for (var key : Collections.list(bundle.getKeys())) {
            if (key.startsWith(PREFIX)) {
                sentences.put(key.substring(PREFIX.length()), bundle.getString(key));
            }
        }
        return JsonMapper.shared().writeValueAsString(sentences);
    }
}
