package school.parta.platform.database;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Answer;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Topic;

/** The last statement of every write: its changes and answers, in one call. */
final class Append {

    private static final String CALL = """
            select ledger_append(:tenant, :account, :role, :request,
              :kinds, :pupils, :classes, :groups, :lessons, :days, :entities, :topics, :ops, :payloads,
              :keys, :hashes, :statuses, :responses)
            """;

    private final Sql sql;

    Append(Sql sql) {
        this.sql = sql;
    }

    /** The ledger number of the first change. */
    Mono<Long> to(Unit unit, Scope scope) {
        var changes = unit.changes();
        var answers = unit.answers();
        return sql.of(CALL)
                .bind("account", scope.account(), UUID.class)
                .bind("role", scope.role())
                .bind("request", scope.request(), String.class)
                .bind("kinds", column(changes, Change::kind, String[]::new))
                .bind("pupils", column(changes, Change::pupil, UUID[]::new))
                .bind("classes", column(changes, Change::schoolClass, UUID[]::new))
                .bind("groups", column(changes, Change::group, UUID[]::new))
                .bind("lessons", column(changes, Change::lesson, UUID[]::new))
                .bind("days", column(changes, Change::day, LocalDate[]::new))
                .bind("entities", column(changes, Change::entity, UUID[]::new))
                .bind("topics", column(changes, Append::topics, String[]::new))
                .bind("ops", column(changes, Change::op, String[]::new))
                .bind("payloads", column(changes, Change::payload, String[]::new))
                .bind("keys", column(answers, Answer::key, String[]::new))
                .bind("hashes", column(answers, Answer::requestHash, String[]::new))
                .bind("statuses", column(answers, Answer::status, Integer[]::new))
                .bind("responses", column(answers, Answer::response, String[]::new))
                .value(Long.class);
    }

    private static String topics(Change change) {
        return change.topics().stream().map(Topic::name).collect(Collectors.joining(" "));
    }

    private static <R, V extends @Nullable Object> V[] column(
            List<R> rows, Function<R, V> component, IntFunction<V[]> array) {
        return rows.stream().map(component).toArray(array);
    }
}
