package school.parta.web.layout;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.web.http.Messages;
import school.parta.web.security.Languages;
import school.parta.web.security.PageToken;

/** Makes the frame of a page from its request. */
@Component
class Frames {

    private record Language(Words words, String script) {}

    private final Languages languages;
    private final StaticFiles files;
    private final Language russian;
    private final Map<String, Language> known;

    Frames(Messages messages, Languages languages, StaticFiles files) {
        this.languages = languages;
        this.files = files;
        this.russian = language(messages, Messages.RUSSIAN);
        this.known = Map.of("en", language(messages, Locale.ENGLISH));
    }

    private static Language language(Messages messages, Locale locale) {
        return new Language(new Words(messages, locale), Script.json(messages, locale));
    }

    Page of(ServerWebExchange exchange) {
        var language = known.getOrDefault(languages.of(exchange).getLanguage(), russian);
        var account = Optional.ofNullable(exchange.<Account>getAttribute(Account.class.getName()));
        var actor = Optional.ofNullable(exchange.<Actor>getAttribute(Actor.class.getName()));
        return new Page(
                language.words(),
                account.orElse(null),
                actor.map(Actor::membership).orElse(null),
                PageToken.of(exchange),
                exchange.getRequest().getPath().value(),
                files.prefix(),
                language.script());
    }
}
