package school.parta.web.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Styles, scripts and icons under an address that changes with their content, so that browsers keep them for good. Modules
 * name each other relatively and so carry the version along.
 */
@Component
@Order(-1)
class StaticFiles implements WebFluxConfigurer {

    private static final String ROOT = "classpath:/static/";
    private static final int VERSION_BYTES = 5;

    private final String version;

    StaticFiles(@Value("${parta.dev-templates:false}") boolean development) {
        this.version = development ? "" : "/" + version();
    }

    /** What stands before {@code /css/base.css}. */
    String prefix() {
        return "/static" + version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        if (!version.isEmpty()) {
            registry.addResourceHandler(prefix() + "/**")
                    .addResourceLocations(ROOT)
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
        }
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files = new PathMatchingResourcePatternResolver().getResources(ROOT + "**/*.*");
            Arrays.sort(files, Comparator.comparing(StaticFiles::address));
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), VERSION_BYTES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
