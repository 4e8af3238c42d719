package school.parta.web.account;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import school.parta.platform.security.Account;
import school.parta.platform.security.Opened;
import school.parta.platform.security.SignIn;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Action;
import school.parta.tenants.access.Resource;
import school.parta.tenants.account.OwnAccount;
import school.parta.web.security.Cookies;

/** Signing in for programs, and for the dialog of a page whose session has ended. */
@RestController
class TokenController {

    private final SignIn signIn;
    private final OwnAccount own;
    private final Attempts attempts;
    private final Cookies cookies;
    private final Clock clock;

    TokenController(SignIn signIn, OwnAccount own, Attempts attempts, Cookies cookies, Clock clock) {
        this.signIn = signIn;
        this.own = own;
        this.attempts = attempts;
        this.cookies = cookies;
        this.clock = clock;
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = Resource.PUBLIC, action = Action.WRITE)
    Mono<Opened> open(@Valid @RequestBody Credential credential, ServerWebExchange exchange) {
        return signIn.token(attempts.program(exchange, credential.login(), credential.password()));
    }

    @DeleteMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Resource.OWN_ACCOUNT, action = Action.WRITE)
    Mono<Void> close(Account account) {
        return own.end(account, account.session());
    }

    @PostMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = Resource.PUBLIC, action = Action.WRITE)
    Mono<Void> again(@Valid @RequestBody Credential credential, ServerWebExchange exchange) {
        return signIn.session(attempts.browser(exchange, credential.login(), credential.password()))
                .doOnNext(opened -> cookies.writeSession(
                        exchange, opened.token(), Duration.between(clock.instant(), opened.expiresAt())))
                .then();
    }
}
