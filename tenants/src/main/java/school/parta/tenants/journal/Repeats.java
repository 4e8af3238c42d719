package school.parta.tenants.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.ledger.Answer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** First results of entries, kept by opId, so that a repeat gets them again. */
@Component
class Repeats {

    /** An opId and an Idempotency-Key may be equal and must not meet. */
    private static final String PREFIX = "op:";

    private static final int OK = 200;

    private final Sql sql;
    private final JsonMapper json;
    private final ObjectReader exact;

    Repeats(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.exact = json.readerFor(EntryResult.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** A result as it was kept. */
    record Kept(String key, String requestHash, long firstSeq, String response) {}

    /** What was answered before, by opId. */
    Mono<Map<String, Kept>> of(UUID account, List<String> opIds) {
        return sql.of("""
                select a.key, a.request_hash, a.first_seq, a.response
                from applied a
                where a.tenant_id = :tenant
                  and a.account = :account
                  and a.key = any(:keys)
                """)
                .bind("account", account)
                .bind("keys", opIds.stream().map(PREFIX::concat).toArray(String[]::new))
                .all(Kept.class)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(kept -> kept.key().substring(PREFIX.length()), Function.identity())));
    }

    /** The first result again; another entry under the same opId is refused. */
    EntryResult again(Entry entry, Kept kept) {
        if (!kept.requestHash().equals(hash(entry))) {
            throw new EntryRepeated();
        }
        EntryResult result = exact.readValue(kept.response());
        var current = result.current();
        var typed = current != null && ofMark(entry) ? json.convertValue(current, Mark.class) : current;
        return result.withCurrent(typed).numberedFrom(kept.firstSeq());
    }

    private static boolean ofMark(Entry entry) {
        return entry instanceof Entry.CorrectMark || entry instanceof Entry.RemoveMark;
    }

    Answer answer(Entry entry, EntryResult result) {
        return new Answer(PREFIX + result.opId(), hash(entry), OK, json.writeValueAsString(result));
    }

    private String hash(Entry entry) {
        try {
            var text = entry.getClass().getSimpleName() + json.writeValueAsString(entry);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
