package school.parta.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;

/** When sessions were last used: noted in memory, written in one statement from time to time. */
@Component
class Seen {

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 5_000;

    private final Map<UUID, Instant> noted = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Seen(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    void note(Found found) {
        var now = clock.instant();
        var last = found.seenAt();
        if (last != null && last.plus(OFTEN_ENOUGH).isBefore(now)) {
            noted.put(found.account().session(), now);
        }
    }

    /** Writes what was noted and counts the sessions. What could not be written is noted again by the next request. */
    Mono<Long> write() {
        var batch = noted.entrySet().stream().limit(AT_A_TIME).toList();
        if (batch.isEmpty()) {
            return Mono.just(0L);
        }
        batch.forEach(entry -> noted.remove(entry.getKey(), entry.getValue()));
        return transactions.global(unit -> sql.of("""
                update session
                set seen_at = seen.used_at
                from (
                  select id, to_timestamp(ms / 1000.0) as used_at
                  from unnest(:ids, :times) used (id, ms)
                ) seen
                where session.id = seen.id
                  and session.seen_at < seen.used_at
                """)
                .bind("ids", batch.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .bind(
                        "times",
                        batch.stream()
                                .map(entry -> entry.getValue().toEpochMilli())
                                .toArray(Long[]::new))
                .update());
    }
}
