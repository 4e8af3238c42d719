package school.parta.platform.redis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is.
 *
 * @param url {@code redis://:password@host:port}, with TLS {@code rediss://…}
 * @param prefix of every key and channel, so that several installations can share one Redis
 */
@ConfigurationProperties("parta.redis")
public record RedisSettings(
        @DefaultValue("redis://127.0.0.1:6379") String url,
        @DefaultValue("parta") String prefix) {}
