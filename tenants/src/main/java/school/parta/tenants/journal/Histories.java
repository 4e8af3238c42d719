package school.parta.tenants.journal;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements that read back from the ledger what happened in a cell. */
@Component
class Histories {

    private final Sql sql;

    Histories(Sql sql) {
        this.sql = sql;
    }

    /** Whether the lesson is open to the actor as a page of the journal. */
    Mono<Boolean> seen(Writer writer, UUID lesson) {
        return sql.of("""
                select :reads_all
                  or exists (
                    select
                    from teaching_load t
                    where t.tenant_id = :tenant
                      and t.staff = :person
                      and :teaches
                      and t.study_group = l.study_group
                      and t.subject = l.subject)
                  or exists (
                    select
                    from class_teacher c
                    join class_membership k on k.tenant_id = c.tenant_id and k.class = c.class
                    join group_membership m on m.tenant_id = k.tenant_id and m.pupil = k.pupil
                    where c.tenant_id = :tenant
                      and c.staff = :person
                      and :leads
                      and m.study_group = l.study_group
                      and :today between c.from_day and coalesce(c.until_day, 'infinity')
                      and l.day between k.from_day and coalesce(k.until_day, 'infinity')
                      and l.day between m.from_day and coalesce(m.until_day, 'infinity'))
                from lesson l
                where l.tenant_id = :tenant
                  and l.id = :lesson
                """)
                .bind("person", writer.person())
                .bind("teaches", writer.teaches())
                .bind("leads", writer.leads())
                .bind("reads_all", writer.readsAll())
                .bind("today", writer.today())
                .bind("lesson", lesson)
                .value(Boolean.class);
    }

    Mono<CellHistory> of(UUID lesson, UUID pupil) {
        return sql.of("""
                select json_build_object('lines', coalesce(json_agg(
                  json_build_object(
                    'seq', e.seq,
                    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    'kind', e.kind,
                    'entity', e.entity,
                    'by', (
                      select concat(n.surname, ' ', left(n.given_name, 1), '.', left(n.patronymic, 1) || '.')
                      from person n
                      where n.tenant_id = :tenant
                        and n.id = (e.payload::json ->> 'by')::uuid),
                    'before', e.payload::json -> 'before',
                    'after', e.payload::json -> 'after',
                    'reason', e.payload::json ->> 'reason')
                  order by e.seq), '[]'))::text
                from (
                  select m.id
                  from mark m
                  where m.tenant_id = :tenant
                    and m.lesson = :lesson
                    and m.pupil = :pupil
                  union all
                  select :absence
                ) t
                join ledger e on e.tenant_id = :tenant and e.entity = t.id
                """)
                .bind("lesson", lesson)
                .bind("pupil", pupil)
                .bind("absence", Happened.absenceId(lesson, pupil))
                .json(CellHistory.class);
    }
}
