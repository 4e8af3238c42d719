package school.parta.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one account, one address or all together may ask of a node.
 *
 * @param failuresPerAccount failed sign-ins of one account within the window
 * @param failuresPerAddress failed sign-ins from one address within the window
 * @param failureWindow in which failures are counted
 * @param requestsPerSecond of one account on one node; also the size of a burst
 * @param signInThreads passwords checked at a time; 0 means one for each core
 * @param signInQueue passwords that wait for it
 */
@ConfigurationProperties("parta.limits")
record LimitSettings(
        @DefaultValue("10") int failuresPerAccount,
        @DefaultValue("100") int failuresPerAddress,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("0") int signInThreads,
        @DefaultValue("100") int signInQueue) {

    int threads() {
        return signInThreads > 0 ? signInThreads : Runtime.getRuntime().availableProcessors();
    }
}
