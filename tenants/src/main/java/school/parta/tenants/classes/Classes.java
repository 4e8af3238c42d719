package school.parta.tenants.classes;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.security.Actor;

/** Which pages of the journal are open to whom. */
@Service
public class Classes {

    private final Transactions transactions;
    private final Groups groups;
    private final Clock clock;

    Classes(Transactions transactions, Groups groups, Clock clock) {
        this.transactions = transactions;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Group by subject: a teacher's own load of the school year, all that the class of a class teacher is taught, and for
     * deputy and director everything. Others get an empty list.
     */
    public Mono<List<TaughtSubject>> open(Actor actor) {
        return transactions.read(unit -> groups.open(actor, actor.today(clock)));
    }
}
