package school.parta.tenants.account;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Account;
import school.parta.platform.security.Accounts;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Membership;
import school.parta.platform.security.OwnSession;

/** What an account does with itself. */
@Service
public class OwnAccount {

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private final Accounts accounts;
    private final Transactions transactions;
    private final OwnPupils pupils;
    private final Clock clock;
    private final PasswordRules rules = new PasswordRules(CommonPasswords.read());

    OwnAccount(Accounts accounts, Transactions transactions, OwnPupils pupils, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.pupils = pupils;
        this.clock = clock;
    }

    /** Who is signed in, with what they are in each school. */
    public Mono<Me> me(Account account) {
        var self =
                new Me.Self(account.id(), account.login(), account.name(), account.language(), account.platformRoles());
        return Flux.fromIterable(account.memberships())
                .concatMap(membership -> place(new Actor(account, membership)))
                .collectList()
                .map(places -> new Me(self, places));
    }

    private Mono<Me.Place> place(Actor actor) {
        return ownPupils(actor).map(own -> place(actor.membership(), own));
    }

    /** Each school is read as itself: the only place where one request reads more than one. */
    private Mono<List<Me.Pupil>> ownPupils(Actor actor) {
        return transactions
                .read(unit -> pupils.of(actor, actor.today(clock)))
                .contextWrite(actor.scope(null, null)::in);
    }

    private static Me.Place place(Membership membership, List<Me.Pupil> own) {
        var roles = membership.roles().stream().sorted().toList();
        return new Me.Place(membership.school(), membership.schoolName(), membership.timeZone(), roles, own);
    }

    /** The browsers in which the account is signed in, the asking one first. */
    public Mono<List<OwnSession>> sessions(Account account) {
        return accounts.sessions(account);
    }

    /**
     * Signs the account out of one of its browsers or programs.
     *
     * @throws NotFound if there is no such session of this account
     */
    public Mono<Void> end(Account account, UUID session) {
        return accounts.end(account, session)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(NotFound::new))
                .then();
    }

    /**
     * Changes the password and signs the account out everywhere else.
     *
     * @throws PasswordUnfit if the new one will not do
     * @throws OldPasswordWrong if the old one is not the old one
     */
    public Mono<Void> changePassword(Account account, String old, String wanted) {
        var unfit = rules.check(wanted, account);
        if (unfit.isPresent()) {
            return Mono.error(unfit.get());
        }
        return accounts.changePassword(account, old, wanted)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(OldPasswordWrong::new))
                .then();
    }

    /**
     * Changes the language of the interface.
     *
     * @throws LanguageUnknown if it is neither {@code ru} nor {@code en}
     */
    public Mono<Void> changeLanguage(Account account, String language) {
        return LANGUAGES.contains(language)
                ? accounts.changeLanguage(account, language)
                : Mono.error(new LanguageUnknown());
    }
}
