package school.parta.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts.
 *
 * @param remembered how long a node trusts what it read about a session; a right that ended elsewhere lives on no longer
 * @param unknown how long a node remembers that a token is good for nothing
 * @param longest a session's life, however busy it is
 * @param idleFamily without a request, for pupils and guardians
 * @param idleTeacher without a request, for teachers
 * @param idleBulk without a request, for roles that see a whole school
 * @param token an API token's life
 */
@ConfigurationProperties("parta.security")
record SessionSettings(
        @DefaultValue("5s") Duration remembered,
        @DefaultValue("2s") Duration unknown,
        @DefaultValue("90d") Duration longest,
        @DefaultValue("30d") Duration idleFamily,
        @DefaultValue("12h") Duration idleTeacher,
        @DefaultValue("30m") Duration idleBulk,
        @DefaultValue("30d") Duration token) {}
