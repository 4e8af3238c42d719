package school.parta.tenants.classes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** Whose diary is open to whom: pupils, their guardians, their class teacher, deputy and director. Nobody else. */
@Service
public class Families {

    private final Transactions transactions;
    private final Pupils pupils;
    private final Rights rights;
    private final Clock clock;

    Families(Transactions transactions, Pupils pupils, Rights rights, Clock clock) {
        this.transactions = transactions;
        this.pupils = pupils;
        this.rights = rights;
        this.clock = clock;
    }

    /** The children of a guardian by a guardianship that holds today, or a pupil's own self; by name. */
    public Mono<List<Child>> pupilsOf(Actor actor) {
        return transactions.read(unit -> pupils.family(actor, actor.today(clock)));
    }

    /** The pupil, if the actor may read its diary today; else {@link NotFound}. */
    public Mono<UUID> reach(Actor actor, UUID pupil) {
        return (seesAll(actor) ? exists(pupil) : within(actor, pupil))
                .filter(Boolean::booleanValue)
                .map(found -> pupil)
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<Boolean> exists(UUID pupil) {
        return transactions.read(unit -> pupils.exists(pupil));
    }

    private Mono<Boolean> within(Actor actor, UUID pupil) {
        var read = transactions.read(unit -> pupils.within(actor, actor.today(clock)));
        return rights.pupils(actor, read).map(reached -> reached.contains(pupil));
    }

    private static boolean seesAll(Actor actor) {
        return actor.is(Role.DEPUTY) || actor.is(Role.DIRECTOR);
    }
}
