package school.parta.platform.security;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;

/** What is done to accounts and their sessions. What ends a right ends it here at once and on every node in seconds. */
@Service
public class Accounts {

    private static final UUID NONE = new UUID(0, 0);

    private final Transactions transactions;
    private final Sql sql;
    private final Sessions sessions;
    private final Candidates candidates;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SignedIn signedIn;
    private final SessionSettings settings;

    Accounts(
            Transactions transactions,
            Sql sql,
            Sessions sessions,
            Candidates candidates,
            Passwords passwords,
            Throttle throttle,
            SignedIn signedIn,
            SessionSettings settings) {
        this.transactions = transactions;
        this.sql = sql;
        this.sessions = sessions;
        this.candidates = candidates;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signedIn = signedIn;
        this.settings = settings;
    }

    /** The browsers in which the account is signed in, the asking one first, at most fifty. */
    public Mono<List<OwnSession>> sessions(Account account) {
        return transactions.global(
                unit -> sessions.of(account.id(), account.session(), IdleLimits.of(account, settings)));
    }

    /** Ends a session or API token of the account; whether there was such a one. */
    public Mono<Boolean> end(Account account, UUID session) {
        return transactions
                .global(unit -> sessions.end(account.id(), session, "signed out"))
                .doOnNext(ended -> signedIn.forget(session));
    }

    /**
     * Changes the password if the old one is right, and ends all other sessions and tokens.
     *
     * @throws TooManyAttempts if the old one was wrong too often
     * @return whether the old one was right
     */
    public Mono<Boolean> changePassword(Account account, String old, String wanted) {
        return throttle.key()
                .map(key -> Throttle.counted(key, account.session()))
                .flatMap(counted -> transactions
                        .global(unit -> throttle.check(counted).then(candidates.byId(account.id())))
                        .flatMap(candidate -> passwords
                                .match(old, candidate.password())
                                .flatMap(right -> right ? changed(account, candidate, wanted) : refused(counted))));
    }

    private Mono<Boolean> changed(Account account, Candidate candidate, String wanted) {
        return passwords
                .encode(wanted)
                .flatMap(encoded -> transactions.global(unit -> candidates
                        .change(candidate, encoded)
                        .filter(Boolean::booleanValue)
                        .flatMap(done -> sessions.endOthers(account.id(), account.session(), "password changed")
                                .thenReturn(done))
                        .defaultIfEmpty(false)))
                .doOnNext(done -> signedIn.forgetAccount(account.id()));
    }

    private Mono<Boolean> refused(Throttle.Counted counted) {
        return transactions.global(
                unit -> throttle.check(counted).then(throttle.failed(counted)).thenReturn(false));
    }

    /** Sets the language of the interface, {@code ru} or {@code en}. */
    public Mono<Void> changeLanguage(Account account, String language) {
        return transactions
                .global(unit -> sql.of("""
                        update account
                        set language = :language
                        where id = :id
                        """)
                        .bind("language", language)
                        .bind("id", account.id())
                        .update())
                .doOnNext(rows -> signedIn.forgetAccount(account.id()))
                .then();
    }

    /** Blocks an account: it signs in no more, and whatever it has open ends. */
    public Mono<Void> block(UUID account) {
        return transactions
                .global(unit -> sql.of("""
                        update account
                        set blocked_at = clock_timestamp()
                        where id = :id
                          and blocked_at is null
                        """)
                        .bind("id", account)
                        .update()
                        .then(revoked(account, null, "blocked"))
                        .then(sessions.endOthers(account, NONE, "blocked")))
                .doOnSuccess(nothing -> signedIn.forgetAccount(account));
    }

    /** Ends what the account is in a school, from this moment. */
    public Mono<Void> endMembership(UUID account, int school) {
        return transactions
                .global(unit -> sql.of("""
                        update membership
                        set until_day = (clock_timestamp() at time zone school.time_zone)::date - 1
                        from school
                        where school.id = membership.school
                          and membership.account = :account
                          and membership.school = :school
                          and (membership.until_day is null
                            or membership.until_day >= (clock_timestamp() at time zone school.time_zone)::date)
                        """)
                        .bind("account", account)
                        .bind("school", school)
                        .update()
                        .then(revoked(account, school, "membership ended")))
                .doOnSuccess(rows -> signedIn.forgetAccount(account))
                .then();
    }

    private Mono<Long> revoked(UUID account, @Nullable Integer school, String reason) {
        return sql.of("""
                insert into revocation (account, school, reason)
                values (:account, :school, :reason)
                """)
                .bind("account", account)
                .bind("school", school, Integer.class)
                .bind("reason", reason)
                .update();
    }
}
