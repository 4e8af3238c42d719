package school.parta.platform.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a node remembers for its streams and how often it compares itself with the ledger.
 *
 * @param ring changes of a school kept for clients that come back
 * @param load changes of a school read when following starts, at most a page of 256
 * @param compare between two comparisons with the ledger heads, give or take a quarter
 * @param keep how long a school is followed after the last viewer or cached read
 * @param patience how long a change that came early waits for those before it
 * @param replayAge the oldest cursor that is served
 * @param replayRows the most changes of a school that a cursor may be behind
 */
@ConfigurationProperties("parta.live")
public record LiveSettings(
        @DefaultValue("2048") int ring,
        @DefaultValue("256") int load,
        @DefaultValue("2s") Duration compare,
        @DefaultValue("10m") Duration keep,
        @DefaultValue("20ms") Duration patience,
        @DefaultValue("1h") Duration replayAge,
        @DefaultValue("10000") int replayRows) {}
