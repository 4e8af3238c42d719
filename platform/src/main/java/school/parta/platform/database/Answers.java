package school.parta.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Sequenced;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers already given: writing them for keeping, and giving them again. */
final class Answers {

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

    /** Ends with {@link Replayed} or {@link KeyReused} if the key was answered; empty if not. */
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
                .flatMap(kept -> Mono.error(kept.requestHash().equals(key.hash()) ? replayed(kept) : new KeyReused()));
    }

    private Replayed replayed(Kept kept) {
        return new Replayed(kept.status(), numbered(kept.response(), kept.firstSeq()));
    }

    private @Nullable String numbered(@Nullable String response, long first) {
        if (response == null) {
            return null;
        }
        var tree = json.readTree(response);
        number(tree, first);
        return json.writeValueAsString(tree);
    }

    private static void number(JsonNode node, long first) {
        if (node instanceof ObjectNode object && object.path("seq").isIntegralNumber()) {
            object.put("seq", Sequenced.number(first, object.path("seq").asLong()));
        }
        node.forEach(child -> number(child, first));
    }
}
