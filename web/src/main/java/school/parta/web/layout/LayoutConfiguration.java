package school.parta.web.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The template engine: compiled with the build, or from the sources on every change while pages are being drawn. */
@Configuration(proxyBeanMethods = false)
class LayoutConfiguration {

    private static final String GENERATED = "school.parta.web.templates";

    @Bean
    TemplateEngine templates(@Value("${parta.dev-templates:false}") boolean development) {
        return development ? fromSources() : precompiled();
    }

    /** Templates read their static parts from files when they are first used; that must not be on an event loop. */
    private static TemplateEngine precompiled() {
        var loader = LayoutConfiguration.class.getClassLoader();
        try {
            var pattern = "classpath*:" + GENERATED.replace('.', '/') + "/**/*.class";
            for (var file : new PathMatchingResourcePatternResolver(loader).getResources(pattern)) {
                var path = file.getURI().toString();
                var name = path.substring(path.indexOf(GENERATED.replace('.', '/')), path.length() - ".class".length());
                Class.forName(name.replace('/', '.'), true, loader);
            }
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException("The templates of this build cannot be read", broken);
        }
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, GENERATED);
    }

    private static TemplateEngine fromSources() {
        var sources = new DirectoryCodeResolver(Path.of("web/src/main/jte"));
        var engine = TemplateEngine.create(sources, Path.of("web/target/jte"), ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }
}
