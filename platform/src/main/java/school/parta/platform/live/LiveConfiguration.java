package school.parta.platform.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.parta.platform.database.DatabaseSettings;
import school.parta.platform.ledger.Commits;
import school.parta.platform.redis.Redis;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LiveSettings.class, StreamLimits.class})
class LiveConfiguration {

    @Bean
    Live live(
            LiveSettings settings,
            StreamLimits limits,
            DatabaseSettings database,
            LedgerRows ledger,
            Redis redis,
            Commits commits,
            Clock clock,
            ObjectProvider<MeterRegistry> registry) {
        var meters = new LiveMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
        return new Live(settings, limits, database, ledger, redis, commits, clock, meters);
    }

    @Bean
    LiveHub liveHub(Live live) {
        return live.hub();
    }

    @Bean
    Streams streams(Live live) {
        return live.streams();
    }
}
