package school.parta.platform.security;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;

/**
 * Signing in. Whatever is wrong, the answer is the same and takes as long. Failures are looked up before the password is
 * checked and again after, so that guesses sent at the same moment tell no more than the limit allows.
 */
@Service
public class SignIn {

    private final Transactions transactions;
    private final Candidates candidates;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final boolean demoAllowed;

    SignIn(
            Transactions transactions,
            Candidates candidates,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            SignedIn signedIn,
            @Value("${parta.storage:external}") String storage) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.demoAllowed = storage.equals("embedded");
    }

    /**
     * Opens a session for a browser, in place of the one that it has.
     *
     * @throws WrongCredentials if login and password do not belong together
     * @throws TooManyAttempts if too many were wrong lately
     * @throws SignInQueueFull if too many try right now
     */
    public Mono<Opened> session(Attempt attempt) {
        return attempted(
                        attempt,
                        candidate -> replaced(attempt.browser(), candidate.id())
                                .then(sessions.open(candidate.id(), attempt.device())))
                .doOnNext(opened -> forget(attempt.browser()));
    }

    /** Opens an API token; fails like {@link #session}. */
    public Mono<Opened> token(Attempt attempt) {
        return attempted(attempt, candidate -> sessions.openToken(candidate.id()));
    }

    /** Whose account it may be, and under what its failures are counted. */
    private record Asked(Candidate candidate, Throttle.Counted counted) {}

    private Mono<Opened> attempted(Attempt attempt, Function<Candidate, Mono<Opened>> opening) {
        return throttle.key()
                .flatMap(key -> transactions.global(unit -> asked(attempt, key)))
                .flatMap(asked -> passwords
                        .match(attempt.password(), asked.candidate().password())
                        .flatMap(matches -> transactions.global(unit -> ended(matches, asked, opening))))
                .switchIfEmpty(Mono.error(WrongCredentials::new));
    }

    private Mono<Asked> asked(Attempt attempt, String key) {
        return candidates
                .byLogin(attempt.name())
                .filter(found -> demoAllowed || !found.demo())
                .defaultIfEmpty(Candidate.NOBODY)
                .flatMap(candidate -> counted(attempt, candidate, key)
                        .flatMap(counted -> throttle.check(counted).thenReturn(new Asked(candidate, counted))));
    }

    private Mono<Throttle.Counted> counted(Attempt attempt, Candidate candidate, String key) {
        return Mono.justOrEmpty(attempt.browser())
                .flatMap(token -> sessions.of(token, candidate.id()))
                .map(session -> Throttle.counted(key, session))
                .defaultIfEmpty(Throttle.counted(key, attempt.name(), attempt.address()));
    }

    /** Empty when the password is wrong; the failure must be committed, so it is no error here. */
    private Mono<Opened> ended(boolean matches, Asked asked, Function<Candidate, Mono<Opened>> opening) {
        var unlimited = throttle.check(asked.counted());
        return matches
                ? unlimited.then(candidates.still(asked.candidate())).flatMap(id -> opening.apply(asked.candidate()))
                : unlimited.then(throttle.failed(asked.counted())).then(Mono.empty());
    }

    private Mono<Boolean> replaced(@Nullable String browser, UUID account) {
        return Mono.justOrEmpty(browser)
                .flatMap(token -> sessions.of(token, account))
                .flatMap(session -> sessions.end(account, session, "signed in again"));
    }

    private void forget(@Nullable String browser) {
        if (browser != null) {
            signedIn.forget(Key.session(browser));
        }
    }
}
