package school.parta.web.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.OwnSession;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.account.Me;
import school.parta.tenants.account.OwnAccount;

/** The account that asks. */
@RestController
class MeController {

    private static final String ME = "/api/v1/me";

    private final OwnAccount own;

    MeController(OwnAccount own) {
        this.own = own;
    }

    /** The sessions of an account. */
    record SessionList(List<OwnSession> sessions) {}

    /** A change of password. */
    record PasswordChange(
            @NotNull String oldPassword, @NotNull String newPassword) {

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    /** A change of the account's settings. */
    record Settings(@NotNull String language) {}

    @GetMapping(ME)
    @Access(Resource.OWN_ACCOUNT)
    Mono<Me> me(Account account) {
        return own.me(account);
    }

    @PatchMapping(ME)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Void> change(Account account, @Valid @RequestBody Settings settings) {
        return own.changeLanguage(account, settings.language());
    }

    @GetMapping(ME + "/sessions")
    @Access(Resource.OWN_ACCOUNT)
    Mono<SessionList> sessions(Account account) {
        return own.sessions(account).map(SessionList::new);
    }

    @DeleteMapping(ME + "/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Void> end(Account account, @PathVariable UUID id) {
        return own.end(account, id);
    }

    @PutMapping(ME + "/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Void> changePassword(Account account, @Valid @RequestBody PasswordChange change) {
        return own.changePassword(account, change.oldPassword(), change.newPassword());
    }
}
