package school.parta.platform.security;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;

/** Keys that all nodes share; made by whichever asks first. */
@Component
class Secrets {

    private final Mono<String> throttle;
    private final Mono<String> queue;

    Secrets(Transactions transactions, Sql sql) {
        this.throttle = secret(transactions, sql, "throttle").cacheInvalidateIf(String::isEmpty);
        this.queue = secret(transactions, sql, "queue").cacheInvalidateIf(String::isEmpty);
    }

    /** The key under which logins and addresses of failed sign-ins are hidden, in hexadecimal. */
    Mono<String> throttle() {
        return throttle;
    }

    /** The key that the keys of waiting changes are made with, in hexadecimal. */
    Mono<String> queue() {
        return queue;
    }

    private static Mono<String> secret(Transactions transactions, Sql sql, String name) {
        return transactions.global(unit -> sql.of("""
                insert into secret (name, value)
                values (:name, decode(:value, 'hex'))
                on conflict do nothing
                """)
                .bind("name", name)
                .bind("value", Tokens.hash(Tokens.next()))
                .update()
                .then(sql.of("""
                select encode(value, 'hex')
                from secret
                where name = :name
                """).bind("name", name).value(String.class)));
    }
}
