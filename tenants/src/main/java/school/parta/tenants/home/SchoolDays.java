package school.parta.tenants.home;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.security.Actor;

/** Statements over the days on which somebody teaches. */
@Component
class SchoolDays {

    private final Sql sql;

    SchoolDays(Sql sql) {
        this.sql = sql;
    }

    /** The first day from this one on which the actor has a lesson by its load; empty when there is none. */
    Mono<LocalDate> next(Actor actor, LocalDate from) {
        return sql.of("""
                select l.day
                from teaching_load t
                join lesson l on l.tenant_id = :tenant
                  and l.study_group = t.study_group
                  and l.subject = t.subject
                  and l.day between greatest(t.from_day, :from) and coalesce(t.until_day, 'infinity')
                where t.tenant_id = :tenant
                  and t.staff = :person
                order by l.day
                limit 1
                """).bind("person", actor.person()).bind("from", from).value(LocalDate.class);
    }
}
