package school.parta.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/**
 * Counts failed sign-ins. A browser that has a session of the account counts by itself, so that strangers who fail on
 * purpose cannot lock the owner out.
 */
@Component
class Throttle {

    private final Sql sql;
    private final Secrets secrets;
    private final LimitSettings limits;

    Throttle(Sql sql, Secrets secrets, LimitSettings limits) {
        this.sql = sql;
        this.secrets = secrets;
        this.limits = limits;
    }

    /**
     * Under what an attempt is counted, hidden by a key of the installation, in hexadecimal.
     *
     * @param login the account, and the browser if it is known
     * @param address the peer; for a known browser the browser once more
     */
    record Counted(String login, String address) {}

    /** The key that hides; to be asked for outside of a unit of work. */
    Mono<String> key() {
        return secrets.throttle();
    }

    static Counted counted(String key, String login, String address) {
        return new Counted(hidden(key, "login " + login), hidden(key, "from " + address));
    }

    /** The same for a browser that has a session of the account. */
    static Counted counted(String key, UUID session) {
        var name = hidden(key, "session " + session);
        return new Counted(name, name);
    }

    /** Ends with {@link TooManyAttempts} when one of the limits is reached. */
    Mono<Void> check(Counted counted) {
        return sql.of("""
                select ceil(extract(epoch from max(at) - clock_timestamp()) + :window)::bigint
                from (
                  (select at
                  from sign_in_failure
                  where login = decode(:login, 'hex')
                  order by at desc
                  offset :perAccount
                  limit 1)
                  union all
                  (select at
                  from sign_in_failure
                  where address = decode(:address, 'hex')
                  order by at desc
                  offset :perAddress
                  limit 1)
                ) reached
                where at > clock_timestamp() - make_interval(secs => :window)
                having count(*) > 0
                """)
                .bind("login", counted.login())
                .bind("address", counted.address())
                .bind("perAccount", limits.failuresPerAccount() - 1)
                .bind("perAddress", limits.failuresPerAddress() - 1)
                .bind("window", limits.failureWindow().toSeconds())
                .value(Long.class)
                .flatMap(seconds -> Mono.error(new TooManyAttempts(Duration.ofSeconds(seconds))));
    }

    /** Counts a failure. */
    Mono<Void> failed(Counted counted) {
        return sql.of("""
                insert into sign_in_failure (login, address)
                values (decode(:login, 'hex'), decode(:address, 'hex'))
                """)
                .bind("login", counted.login())
                .bind("address", counted.address())
                .update()
                .then();
    }

    static String hidden(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
