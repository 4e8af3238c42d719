package school.parta.platform.database;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is and how much of it one node takes.
 *
 * @param url {@code postgresql://host:port/database}
 * @param password of the role {@code parta_app}
 * @param hubPassword of the role {@code parta_hub}
 * @param sslMode {@code disable}, {@code require}, {@code verify-ca} or {@code verify-full}
 * @param writes connections for writes
 * @param reads connections for reads
 * @param kept connections kept for sign-in and health
 * @param writesPerSchool how many of the writes one school may hold at a time
 * @param patience how long a request waits for a connection
 * @param deadline after which a unit of work is given up and its connection closed; above the server's statement timeout
 */
@ConfigurationProperties("parta.database")
public record DatabaseSettings(
        URI url,
        String password,
        String hubPassword,
        @DefaultValue("disable") String sslMode,
        @DefaultValue("8") int writes,
        @DefaultValue("20") int reads,
        @DefaultValue("4") int kept,
        @DefaultValue("4") int writesPerSchool,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("6s") Duration deadline) {

    int connections() {
        return writes + reads + kept;
    }
}
