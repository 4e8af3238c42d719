package school.parta.tenants.classes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;
import school.parta.platform.database.Unit;
import school.parta.platform.ledger.Topic;
import school.parta.platform.live.Followed;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Role;

/** Which topics an actor may follow live, and until when. */
@Service
public class Following {

    private static final Set<Role> WHOLE_SCHOOL = Set.of(Role.DEPUTY, Role.DIRECTOR);

    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    Following(Transactions transactions, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    record Load(UUID group, UUID subject) {}

    /**
     * What the actor's person is in the school today.
     *
     * @param changes the first day after today on which one of these is different
     */
    record Reach(
            List<UUID> pupils,
            List<UUID> groups,
            List<Load> loads,
            List<UUID> classes,
            @Nullable LocalDate changes) {}

    /** What the actor may hear of in its school, as of now. */
    public Mono<Followed> of(Actor actor) {
        return transactions.read(unit -> reach(actor).map(reach -> followed(actor, reach, unit)));
    }

    private static Followed followed(Actor actor, Reach reach, Unit unit) {
        return new Followed(
                topics(actor, reach), end(reach.changes(), actor.membership().timeZone()), unit.seq());
    }

    /** Rights end with their last day, in the school's own night. */
    private static @Nullable Instant end(@Nullable LocalDate changes, ZoneId zone) {
        return changes == null ? null : changes.atStartOfDay(zone).toInstant();
    }

    static Set<Topic> topics(Actor actor, Reach reach) {
        var topics = new HashSet<Topic>();
        topics.add(Topic.account(actor.account().id()));
        if (actor.is(Role.GUARDIAN) || actor.is(Role.PUPIL)) {
            topics.add(Topic.schoolFamilies());
            reach.pupils().forEach(pupil -> topics.add(Topic.pupilFamily(pupil)));
            reach.groups().forEach(group -> topics.add(Topic.groupFamilies(group)));
        }
        if (actor.is(Role.TEACHER)) {
            reach.loads().forEach(load -> topics.add(Topic.groupStaff(load.group(), load.subject())));
        }
        if (actor.is(Role.CLASS_TEACHER)) {
            reach.classes().forEach(schoolClass -> topics.add(Topic.classStaff(schoolClass)));
        }
        if (WHOLE_SCHOOL.stream().anyMatch(actor::is)) {
            topics.add(Topic.schoolStaff());
        }
        return topics;
    }

    private Mono<Reach> reach(Actor actor) {
        return sql.of("""
                with child as (
                  select pupil, from_day, until_day
                  from guardianship
                  where tenant_id = :tenant
                    and guardian = :person
                    and :guardian
                  union all
                  select person, null, null
                  from pupil
                  where tenant_id = :tenant
                    and person = :person
                    and :pupil
                ),
                taught as (
                  select m.study_group, m.from_day, m.until_day
                  from child c
                  join group_membership m on m.tenant_id = :tenant and m.pupil = c.pupil
                ),
                load as (
                  select study_group, subject, from_day, until_day
                  from teaching_load
                  where tenant_id = :tenant
                    and staff = :person
                ),
                led as (
                  select class, from_day, until_day
                  from class_teacher
                  where tenant_id = :tenant
                    and staff = :person
                ),
                span as (
                  select from_day, until_day from child
                  union all select from_day, until_day from taught
                  union all select from_day, until_day from load
                  union all select from_day, until_day from led
                  union all
                  select from_day, until_day
                  from membership
                  where school = :tenant
                    and account = :account
                )
                select json_build_object(
                  'pupils', (
                    select coalesce(json_agg(pupil), '[]')
                    from child
                    where :today between coalesce(from_day, :today) and coalesce(until_day, :today)),
                  'groups', (
                    select coalesce(json_agg(distinct study_group), '[]')
                    from taught
                    where :today between from_day and coalesce(until_day, :today)),
                  'loads', (
                    select coalesce(json_agg(json_build_object('group', study_group, 'subject', subject)), '[]')
                    from load
                    where :today between from_day and coalesce(until_day, :today)),
                  'classes', (
                    select coalesce(json_agg(class), '[]')
                    from led
                    where :today between from_day and coalesce(until_day, :today)),
                  'changes', (
                    select min(day)
                    from (
                      select from_day as day from span
                      union all
                      select until_day + 1 from span
                    ) turn
                    where day > :today))::text
                """)
                .bind("person", actor.person())
                .bind("account", actor.account().id())
                .bind("guardian", actor.is(Role.GUARDIAN))
                .bind("pupil", actor.is(Role.PUPIL))
                .bind("today", actor.today(clock))
                .json(Reach.class);
    }
}
