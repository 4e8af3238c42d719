package school.parta.platform.database;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Sequenced;
import tools.jackson.databind.json.JsonMapper;

/** Answers already given: writing them for keeping, and giving them again. */
final class Answers {

    /** Cannot stand inside of a JSON string: there its quotes would be escaped. */
    private static final Pattern PROVISIONAL = Pattern.compile("\"seq\":(-\\d+)");

    private final Sql sql;
    private final JsonMapper json;

    Answers(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An answer as it stands in {@code applied}. */
    record Kept(
            String requestHash,
            int status,
            long firstSeq,
            @Nullable String response) {}

    @Nullable
    String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    /** Ends with {@link Replayed} or {@link IdempotencyKeyReused} if the key was answered; empty if not. */
    <T> Mono<T> again(RequestKey key, UUID account) {
        return sql.of("""
                select request_hash, status, first_seq, response
                from applied
                where tenant_id = :tenant
                  and account = :account
                  and key = :key
                """)
                .bind("account", account)
                .bind("key", key.key())
                .one(Kept.class)
                .flatMap(kept -> Mono.error(
                        kept.requestHash().equals(key.hash()) ? replayed(kept) : new IdempotencyKeyReused()));
    }

    private static Replayed replayed(Kept kept) {
        return new Replayed(kept.status(), numbered(kept.response(), kept.firstSeq()));
    }

    /** Fills in the numbers as text, so that the body is the first one to the letter. */
    private static @Nullable String numbered(@Nullable String response, long first) {
        return response == null
                ? null
                : PROVISIONAL
                        .matcher(response)
                        .replaceAll(found -> "\"seq\":" + Sequenced.number(first, Long.parseLong(found.group(1))));
    }
}
