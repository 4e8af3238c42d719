package school.parta.tenants.school;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Transactions;
import school.parta.platform.security.Actor;

/** The rules a school has given itself. */
@Service
public class School {

    private final Transactions transactions;
    private final Settings settings;

    School(Transactions transactions, Settings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What a journal is kept by: periods, work types, scales, absence codes. Every member of the school may read it. */
    public Mono<JournalSettings> settings(Actor actor) {
        return transactions.read(
                unit -> settings.all(actor.membership().timeZone().getId()));
    }
}
