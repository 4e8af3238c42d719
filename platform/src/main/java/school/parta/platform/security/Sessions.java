package school.parta.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Rows of sessions and API tokens. What ends leaves a row that the hubs of all nodes read. */
@Component
class Sessions {

    private final Sql sql;
    private final SessionSettings settings;

    Sessions(Sql sql, SessionSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    Mono<Opened> open(UUID account, String device) {
        var token = Tokens.next();
        return sql.of("""
                insert into session (hash, account, device, expires_at)
                values (decode(:hash, 'hex'), :account, :device, clock_timestamp() + make_interval(secs => :life))
                returning expires_at
                """)
                .bind("hash", Tokens.hash(token))
                .bind("account", account)
                .bind("device", device)
                .bind("life", settings.longest().toSeconds())
                .value(Instant.class)
                .map(until -> new Opened(token, until));
    }

    Mono<Opened> openToken(UUID account) {
        var token = Tokens.next();
        return sql.of("""
                insert into token (hash, account, expires_at)
                values (decode(:hash, 'hex'), :account, clock_timestamp() + make_interval(secs => :life))
                returning expires_at
                """)
                .bind("hash", Tokens.hash(token))
                .bind("account", account)
                .bind("life", settings.token().toSeconds())
                .value(Instant.class)
                .map(until -> new Opened(token, until));
    }

    /** The id of a session of the account that was not ended, even if it has rested too long. */
    Mono<UUID> of(String token, UUID account) {
        return sql.of("""
                select id
                from session
                where hash = decode(:hash, 'hex')
                  and account = :account
                  and ended_at is null
                  and expires_at > clock_timestamp()
                """)
                .bind("hash", Tokens.hash(token))
                .bind("account", account)
                .value(UUID.class);
    }

    /** The newest fifty that still let their browser in. */
    Mono<List<OwnSession>> of(UUID account, UUID current, Duration idle) {
        return sql.of("""
                select id, device, created_at, seen_at, id = :current as current
                from session
                where account = :account
                  and ended_at is null
                  and expires_at > clock_timestamp()
                  and seen_at > clock_timestamp() - make_interval(secs => :idle)
                order by id = :current desc, seen_at desc
                limit 50
                """)
                .bind("account", account)
                .bind("current", current)
                .bind("idle", idle.toSeconds())
                .all(OwnSession.class);
    }

    /** Ends a session or an API token of the account; whether there was one. */
    Mono<Boolean> end(UUID account, UUID session, String reason) {
        return sql.of("""
                update session
                set ended_at = clock_timestamp()
                where id = :session
                  and account = :account
                  and ended_at is null
                """)
                .bind("session", session)
                .bind("account", account)
                .update()
                .flatMap(rows -> rows > 0 ? Mono.just(rows) : endToken(account, session))
                .filter(rows -> rows > 0)
                .flatMap(rows -> revoked(account, session, reason).thenReturn(true))
                .defaultIfEmpty(false);
    }

    private Mono<Long> endToken(UUID account, UUID token) {
        return sql.of("""
                update token
                set ended_at = clock_timestamp()
                where id = :token
                  and account = :account
                  and ended_at is null
                """).bind("token", token).bind("account", account).update();
    }

    private Mono<Long> revoked(UUID account, UUID session, String reason) {
        return sql.of("""
                insert into revocation (account, session, reason)
                values (:account, :session, :reason)
                """)
                .bind("account", account)
                .bind("session", session)
                .bind("reason", reason)
                .update();
    }

    /** Ends all sessions and tokens of the account but one; the account's row must be locked by the caller. */
    Mono<Void> endOthers(UUID account, UUID kept, String reason) {
        return sql.of("""
                insert into revocation (account, session, reason)
                select account, id, :reason
                from session
                where account = :account and id <> :kept and ended_at is null
                union all
                select account, id, :reason
                from token
                where account = :account and id <> :kept and ended_at is null
                """)
                .bind("account", account)
                .bind("kept", kept)
                .bind("reason", reason)
                .update()
                .then(ended("""
                update session
                set ended_at = clock_timestamp()
                where account = :account and id <> :kept and ended_at is null
                """, account, kept))
                .then(ended("""
                update token
                set ended_at = clock_timestamp()
                where account = :account and id <> :kept and ended_at is null
                """, account, kept))
                .then();
    }

    private Mono<Long> ended(String statement, UUID account, UUID kept) {
        return sql.of(statement).bind("account", account).bind("kept", kept).update();
    }
}
