package school.parta.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys under which browsers keep changes that are not sent yet. One for each account, so that what was typed outlives
 * the session in which it was typed; told only to who is signed in, and kept by no browser.
 */
@Component
public class QueueKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Secrets secrets;

    QueueKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** 256 bits in Base64. */
    public Mono<String> of(Account account) {
        return secrets.queue().map(secret -> sign(secret, account.id().toString()));
    }

    private static String sign(String secret, String account) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
