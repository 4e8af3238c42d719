package school.parta.platform.database;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.parta.platform.ledger.Commits;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Pool pool(DatabaseSettings settings) {
        return new Pool(settings, "parta_app", settings.password(), settings.connections());
    }

    @Bean
    Transactions transactions(
            Pool pool, DatabaseSettings settings, Sql sql, JsonMapper json, Commits commits, Clock clock) {
        return new Transactions(pool, settings, new Append(sql), new Answers(sql, json), commits, clock);
    }
}
