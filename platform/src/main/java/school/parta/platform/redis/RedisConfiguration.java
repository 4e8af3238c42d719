package school.parta.platform.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects in the background: the service starts without Redis and takes it when it comes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisSettings.class)
class RedisConfiguration {

    @Bean
    RedisConnections redisConnections(RedisSettings settings) {
        return new RedisConnections(settings);
    }

    @Bean
    Redis redis(RedisConnections connections) {
        return connections.redis();
    }

    @Bean
    MeterBinder redisMetrics(Redis redis) {
        return registry -> Gauge.builder("parta.redis.there", redis, held -> held.isThere() ? 1 : 0)
                .description("1 while Redis is connected and answers in time")
                .register(registry);
    }
}
