package school.parta.platform.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many streams may be open at a time.
 *
 * @param streamsPerAccount of one account on one node
 * @param streamsPerNode of all accounts on one node
 */
@ConfigurationProperties("parta.limits")
public record StreamLimits(
        @DefaultValue("20") int streamsPerAccount,
        @DefaultValue("25000") int streamsPerNode) {}
