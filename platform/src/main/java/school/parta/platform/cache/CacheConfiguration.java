package school.parta.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.parta.platform.live.LiveHub;
import school.parta.platform.redis.Redis;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

    @Bean
    SchoolCache schoolCache(
            LiveHub hub, Redis redis, JsonMapper json, CacheSettings settings, ObjectProvider<MeterRegistry> registry) {
        var meters = new CacheMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
        return new SchoolCache(
                hub,
                new ProcessCopies(settings.memory().toBytes(), settings.life()),
                new RedisCopies(redis, json, meters, settings.life()),
                meters);
    }
}
