package school.parta.platform.security;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;

/** Looks up sessions and API tokens: one statement, one JSON row. */
@Component
class Keys {

    private final Transactions transactions;
    private final Sql sql;

    Keys(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Whose token it is; empty for an unknown, ended or expired one and for a blocked account. */
    Mono<Found> find(Key key) {
        return transactions.global(unit -> sql.of("""
                select json_build_object(
                  'account', json_build_object(
                    'id', account.id,
                    'login', account.login,
                    'name', account.name,
                    'language', account.language,
                    'platformRoles', account.platform_roles,
                    'memberships', coalesce(mine.memberships, '[]'),
                    'session', key.id),
                  'demo', account.demo,
                  'seenAt', key.seen_at)::text
                from (
                  select id, account, seen_at
                  from session
                  where :kind = 'SESSION'
                    and hash = decode(:hash, 'hex')
                    and ended_at is null
                    and expires_at > clock_timestamp()
                  union all
                  select id, account, null
                  from token
                  where :kind = 'TOKEN'
                    and hash = decode(:hash, 'hex')
                    and ended_at is null
                    and expires_at > clock_timestamp()
                ) key
                join account on account.id = key.account
                cross join lateral (
                  select json_agg(json_build_object(
                    'tenant', held.school,
                    'school', school.slug,
                    'schoolName', school.name,
                    'timeZone', school.time_zone,
                    'roles', held.roles,
                    'person', held.person) order by school.name) memberships
                  from (
                    select membership.school,
                      array_agg(membership.role) roles,
                      (array_agg(membership.person) filter (where membership.person is not null))[1] person
                    from membership
                    join school on school.id = membership.school
                    where membership.account = account.id
                      and membership.from_day <= (clock_timestamp() at time zone school.time_zone)::date
                      and coalesce(membership.until_day, 'infinity')
                        >= (clock_timestamp() at time zone school.time_zone)::date
                    group by membership.school
                  ) held
                  join school on school.id = held.school
                ) mine
                where account.blocked_at is null
                """)
                .bind("kind", key.kind().name())
                .bind("hash", key.hash())
                .json(Found.class));
    }
}
