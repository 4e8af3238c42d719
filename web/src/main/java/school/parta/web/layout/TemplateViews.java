package school.parta.web.layout;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import reactor.core.publisher.Mono;

/** Finds the template {@code journal/page.jte} for the view {@code journal/page}. */
@Component
class TemplateViews implements ViewResolver {

    private final TemplateEngine engine;
    private final Frames frames;

    TemplateViews(TemplateEngine engine, Frames frames) {
        this.engine = engine;
        this.frames = frames;
    }

    @Override
    public Mono<View> resolveViewName(String viewName, Locale locale) {
        var template = viewName + ".jte";
        return engine.hasTemplate(template) ? Mono.just(new TemplateView(engine, frames, template)) : Mono.empty();
    }
}
