package school.parta.web.account;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.QueueKeys;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;

/** Tells a page the key for what it keeps while the network is away. */
@RestController
class QueueKeyController {

    private final QueueKeys keys;

    QueueKeyController(QueueKeys keys) {
        this.keys = keys;
    }

    /** 256 bits in Base64, for AES-GCM. */
    record QueueKey(String key) {

        @Override
        public String toString() {
            return "QueueKey";
        }
    }

    @GetMapping("/api/v1/me/queue-key")
    @Access(Resource.OWN_ACCOUNT)
    Mono<QueueKey> key(Account account) {
        return keys.of(account).map(QueueKey::new);
    }
}
