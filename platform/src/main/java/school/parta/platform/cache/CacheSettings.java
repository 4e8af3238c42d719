package school.parta.platform.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept; how long says nothing about how fresh.
 *
 * @param memory of the process for values
 * @param life after which a value is forgotten, give or take a fifth
 */
@ConfigurationProperties("parta.cache")
public record CacheSettings(
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("10m") Duration life) {}
