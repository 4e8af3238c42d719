package school.parta.tenants.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements over marks. */
@Component
class Marks {

    private final Sql sql;

    Marks(Sql sql) {
        this.sql = sql;
    }

    /** Where a mark stands. */
    record Standing(UUID id, UUID lesson, UUID pupil) {

        Spot.Cell cell() {
            return new Spot.Cell(lesson, pupil);
        }
    }

    /** Keeps others from changing these marks until this unit of work ends, and tells where they stand. */
    Mono<List<Standing>> lock(Collection<UUID> marks) {
        if (marks.isEmpty()) {
            return Mono.just(List.of());
        }
        return sql.of("""
                select m.id, m.lesson, m.pupil
                from mark m
                where m.tenant_id = :tenant
                  and m.id = any(:marks)
                order by m.id
                for no key update
                """).bind("marks", marks.toArray(UUID[]::new)).all(Standing.class);
    }

    Mono<Void> insert(Collection<Mark> marks, UUID person, Instant now) {
        if (marks.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                insert into mark (tenant_id, id, lesson, pupil, value, work_type, comment, version, given_by, given_at)
                select :tenant, n.id, n.lesson, n.pupil, n.value, n.work_type, n.comment, n.version, :person, :now
                from unnest(:ids, :lessons, :pupils, :marks, :work_types, :comments, :versions)
                  n(id, lesson, pupil, value, work_type, comment, version)
                """)
                .bind("person", person)
                .bind("now", now)
                .bind("ids", column(marks, Mark::id, UUID[]::new))
                .bind("lessons", column(marks, Mark::lesson, UUID[]::new))
                .bind("pupils", column(marks, Mark::pupil, UUID[]::new))
                .bind("marks", column(marks, Mark::value, String[]::new))
                .bind("work_types", column(marks, mark -> mark.workType().id(), UUID[]::new))
                .bind("comments", column(marks, Mark::comment, String[]::new))
                .bind("versions", column(marks, Mark::version, Integer[]::new))
                .update()
                .then();
    }

    Mono<Void> correct(Collection<Mark> marks, UUID person) {
        if (marks.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                update mark m
                set value = n.value,
                  work_type = n.work_type,
                  comment = n.comment,
                  version = n.version,
                  given_by = :person
                from unnest(:ids, :marks, :work_types, :comments, :versions) n(id, value, work_type, comment, version)
                where m.tenant_id = :tenant
                  and m.id = n.id
                """)
                .bind("person", person)
                .bind("ids", column(marks, Mark::id, UUID[]::new))
                .bind("marks", column(marks, Mark::value, String[]::new))
                .bind("work_types", column(marks, mark -> mark.workType().id(), UUID[]::new))
                .bind("comments", column(marks, Mark::comment, String[]::new))
                .bind("versions", column(marks, Mark::version, Integer[]::new))
                .update()
                .then();
    }

    Mono<Void> remove(Collection<UUID> marks, UUID person, Instant now) {
        if (marks.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                update mark
                set removed_by = :person,
                  removed_at = :now,
                  version = version + 1
                where tenant_id = :tenant
                  and id = any(:marks)
                """)
                .bind("person", person)
                .bind("now", now)
                .bind("marks", marks.toArray(UUID[]::new))
                .update()
                .then();
    }

    private static <V> V[] column(
            Collection<Mark> marks, Function<Mark, ? extends @Nullable Object> part, IntFunction<V[]> array) {
        return marks.stream().map(part).toArray(array);
    }
}
