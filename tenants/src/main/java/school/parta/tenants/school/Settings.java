package school.parta.tenants.school;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements over the school's own rules. */
@Component
class Settings {

    private final Sql sql;

    Settings(Sql sql) {
        this.sql = sql;
    }

    Mono<JournalSettings> all(String timeZone) {
        return sql.of("""
                select json_build_object(
                  'timeZone', :zone::text,
                  'periods', coalesce((
                    select json_agg(
                      json_build_object(
                        'id', p.id,
                        'name', p.name,
                        'from', p.from_day,
                        'to', p.to_day,
                        'closed', p.closed_at is not null,
                        'grades', (select json_agg(grade) from generate_series(p.from_grade, p.to_grade) grade))
                      order by p.from_day, p.from_grade)
                    from period p
                    where p.tenant_id = :tenant), '[]'),
                  'workTypes', coalesce((
                    select json_agg(
                      json_build_object('id', w.id, 'name', w.name, 'weight', w.weight)
                      order by w.position)
                    from work_type w
                    where w.tenant_id = :tenant), '[]'),
                  'scales', coalesce((
                    select json_agg(
                      json_build_object('id', s.id, 'values', coalesce((
                        select json_agg(v.value order by v.position)
                        from scale_value v
                        where v.tenant_id = :tenant
                          and v.scale = s.id), '[]'))
                      order by s.name)
                    from scale s
                    where s.tenant_id = :tenant), '[]'),
                  'absenceCodes', coalesce((
                    select json_agg(
                      json_build_object('code', a.code, 'name', a.name, 'kind', a.kind)
                      order by a.position)
                    from absence_code a
                    where a.tenant_id = :tenant), '[]'))::text
                """).bind("zone", timeZone).json(JournalSettings.class);
    }
}
