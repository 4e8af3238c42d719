package school.parta.platform.live;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Scope;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;
import school.parta.platform.database.Unit;
import school.parta.platform.ledger.Topic;

/** Reads changes back from the ledger, a page at a time and each page from a snapshot of its own. */
@Component
class LedgerRows {

    static final int PAGE = 256;

    private final Transactions transactions;
    private final Sql sql;

    LedgerRows(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Rows in order of their numbers.
     *
     * @param after the number they come after
     * @param rows at most {@link #PAGE}
     * @param head the ledger's last number when they were read
     */
    record Page(long after, List<Row> rows, long head) {

        /** Up to this number nothing that was asked for is missing. */
        long end() {
            return rows.size() < PAGE ? head : rows.getLast().seq();
        }
    }

    /** The rows after a number. */
    Mono<Page> after(int tenant, long seq) {
        return read(tenant, unit -> after(unit, seq));
    }

    /** The last rows of the school, as many as asked for but one page at most. */
    Mono<Page> recent(int tenant, int count) {
        return read(tenant, unit -> after(unit, Math.max(0, unit.seq() - count)));
    }

    private Mono<Page> after(Unit unit, long seq) {
        return sql.of("""
                select seq, kind, array_to_string(topics, ' ') as topics, pupil, lesson, study_group, day,
                  (extract(epoch from at) * 1000000)::bigint as at
                from ledger
                where tenant_id = :tenant
                  and seq > :after
                order by seq
                limit 256
                """).bind("after", seq).all(Line.class).map(lines -> page(unit, seq, lines));
    }

    /** The rows after a number that one of the topics may hear of. */
    Mono<Page> matching(int tenant, long seq, Set<Topic> topics) {
        return read(
                tenant,
                unit -> sql.of("""
                        select seq, kind, array_to_string(topics, ' ') as topics, pupil, lesson, study_group, day,
                          (extract(epoch from at) * 1000000)::bigint as at
                        from ledger
                        where tenant_id = :tenant
                          and seq > :after
                          and topics && :topics
                        order by seq
                        limit 256
                        """)
                        .bind("after", seq)
                        .bind("topics", topics.stream().map(Topic::name).toArray(String[]::new))
                        .all(Line.class)
                        .map(lines -> page(unit, seq, lines)));
    }

    /** When a row was written, in microseconds since 1970; empty without such a row. */
    Mono<Long> writtenAt(int tenant, long seq) {
        return read(tenant, unit -> sql.of("""
                        select (extract(epoch from at) * 1000000)::bigint
                        from ledger
                        where tenant_id = :tenant
                          and seq = :seq
                        """).bind("seq", seq).value(Long.class));
    }

    private <T> Mono<T> read(int tenant, Function<Unit, Mono<T>> verb) {
        return transactions.read(verb).contextWrite(Scope.service(tenant)::in);
    }

    private static Page page(Unit unit, long after, List<Line> lines) {
        return new Page(after, lines.stream().map(Line::row).toList(), unit.seq());
    }

    record Line(
            long seq,
            String kind,
            String topics,
            @Nullable UUID pupil,
            @Nullable UUID lesson,
            @Nullable UUID studyGroup,
            @Nullable LocalDate day,
            long at) {

        Row row() {
            var names = topics.isEmpty() ? List.<String>of() : List.of(topics.split(" "));
            return new Row(seq, kind, names, pupil, lesson, studyGroup, day, at);
        }
    }
}
