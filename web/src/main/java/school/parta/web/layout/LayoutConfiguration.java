package school.parta.web.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The template engine: compiled with the build, or from the sources on every change while pages are being drawn. */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration {

    private static final String GENERATED = "school.parta.web.templates";

    @Bean
    TemplateEngine templates(@Value("${parta.dev-templates:false}") boolean development) {
        return development ? fromSources() : TemplateEngine.createPrecompiled(null, ContentType.Html, null, GENERATED);
    }

    private static TemplateEngine fromSources() {
        var sources = new DirectoryCodeResolver(Path.of("web/src/main/jte"));
        var engine = TemplateEngine.create(sources, Path.of("web/target/jte"), ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }
}
