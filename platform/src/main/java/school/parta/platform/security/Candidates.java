package school.parta.platform.security;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Accounts with their stored passwords. */
@Component
class Candidates {

    private final Sql sql;

    Candidates(Sql sql) {
        this.sql = sql;
    }

    /** An account that may sign in with a password. */
    Mono<Candidate> byLogin(String login) {
        return sql.of("""
                select id, password, demo
                from account
                where login = :login
                  and blocked_at is null
                  and password is not null
                """).bind("login", login).one(Candidate.class);
    }

    Mono<Candidate> byId(UUID id) {
        return sql.of("""
                select id, password, demo
                from account
                where id = :id
                  and blocked_at is null
                  and password is not null
                """).bind("id", id).one(Candidate.class);
    }

    /** Locks the account if it still is as it was when its password was checked: neither blocked nor changed. */
    Mono<UUID> still(Candidate candidate) {
        return sql.of("""
                select id
                from account
                where id = :id
                  and password = :password
                  and blocked_at is null
                for share
                """)
                .bind("id", candidate.id())
                .bind("password", candidate.password(), String.class)
                .value(UUID.class);
    }

    /** Puts a new password in place of the one that was checked; whether that was still the one. */
    Mono<Boolean> change(Candidate candidate, String encoded) {
        return sql.of("""
                update account
                set password = :encoded
                where id = :id
                  and password = :password
                  and blocked_at is null
                """)
                .bind("encoded", encoded)
                .bind("id", candidate.id())
                .bind("password", candidate.password(), String.class)
                .update()
                .map(rows -> rows > 0);
    }
}
