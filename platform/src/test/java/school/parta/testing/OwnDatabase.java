package school.parta.testing;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives each test class with a Spring context a database of its own, as the bean {@code testDatabase}. Being part of
 * the key under which contexts are kept, the class makes the context its own as well.
 */
public final class OwnDatabase implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new ForClass(testClass);
    }

    private record ForClass(Class<?> testClass) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var database = TestServers.running().database();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("own-database", new HashMap<>(database.properties())));
            context.getBeanFactory().registerSingleton("testDatabase", database);
        }
    }
}
