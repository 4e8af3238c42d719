package school.parta.tenants.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;

/** Statements over absences. */
@Component
class Absences {

    private final Sql sql;

    Absences(Sql sql) {
        this.sql = sql;
    }

    Mono<Void> save(Collection<Spot> spots, UUID person, Instant now) {
        if (spots.isEmpty()) {
            return Mono.empty();
        }
        return sql.of("""
                insert into absence (tenant_id, lesson, pupil, code, minutes, version, recorded_by, recorded_at)
                select :tenant, n.lesson, n.pupil, n.code, n.minutes, n.version, :person, :now
                from unnest(:lessons, :pupils, :codes, :minutes, :versions) n(lesson, pupil, code, minutes, version)
                on conflict (tenant_id, lesson, pupil) do update
                set code = excluded.code,
                  minutes = excluded.minutes,
                  version = excluded.version,
                  recorded_by = excluded.recorded_by,
                  recorded_at = excluded.recorded_at
                """)
                .bind("person", person)
                .bind("now", now)
                .bind("lessons", spots.stream().map(Spot::lesson).toArray(UUID[]::new))
                .bind("pupils", spots.stream().map(Spot::pupil).toArray(UUID[]::new))
                .bind(
                        "codes",
                        spots.stream().map(spot -> spot.recorded().code()).toArray(String[]::new))
                .bind(
                        "minutes",
                        spots.stream().map(spot -> spot.recorded().minutes()).toArray(Integer[]::new))
                .bind(
                        "versions",
                        spots.stream().map(spot -> spot.recorded().version()).toArray(Integer[]::new))
                .update()
                .then();
    }
}
