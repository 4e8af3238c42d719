package school.parta.tenants;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Ids;
import school.parta.platform.database.RequestKey;
import school.parta.platform.database.Scope;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.platform.security.Membership;
import school.parta.platform.security.Role;
import school.parta.testing.TestDatabase;

/** The people of the demo world, and a way to let them act. */
public record Demo(TestDatabase database) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Actor actor(String login) {
        return actor(login, "school-65");
    }

    /** The account in one of its schools. */
    public Actor actor(String login, String school) {
        var roles = EnumSet.noneOf(Role.class);
        try (var connection = database.access().connect();
                var statement = connection.prepareStatement("""
                        select a.id, a.name, s.id, s.name, s.time_zone, m.role, m.person
                        from account a
                        join membership m on m.account = a.id
                        join school s on s.id = m.school
                        where a.login = ?
                          and s.slug = ?
                        """)) {
            statement.setString(1, login);
            statement.setString(2, school);
            var rows = statement.executeQuery();
            Actor actor = null;
            while (rows.next()) {
                roles.add(Role.valueOf(rows.getString(6)));
                var membership = new Membership(
                        rows.getInt(3),
                        school,
                        rows.getString(4),
                        ZoneId.of(rows.getString(5)),
                        roles,
                        rows.getObject(7, UUID.class));
                actor = actor(rows.getObject(1, UUID.class), login, rows.getString(2), membership);
            }
            return Objects.requireNonNull(actor, login);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Actor actor(UUID id, String login, String name, Membership membership) {
        return new Actor(new Account(id, login, name, "ru", Set.of(), List.of(membership), Ids.next()), membership);
    }

    /** The same account as somebody else of its school. */
    public Actor as(Actor actor, UUID person, Role... roles) {
        var membership = actor.membership();
        var changed = new Membership(
                membership.tenant(),
                membership.school(),
                membership.schoolName(),
                membership.timeZone(),
                Set.of(roles),
                person);
        return new Actor(actor.account(), changed);
    }

    /** Waits for what the actor does. */
    public <T> T await(Actor actor, Mono<T> verb) {
        return Objects.requireNonNull(maybe(actor, null, verb));
    }

    /** The same under an Idempotency-Key. */
    public <T> T await(Actor actor, RequestKey key, Mono<T> verb) {
        return Objects.requireNonNull(maybe(actor, key, verb));
    }

    /** Lets the actor do what has no result. */
    public void run(Actor actor, Mono<Void> verb) {
        var unused = maybe(actor, null, verb);
    }

    private static <T> @Nullable T maybe(Actor actor, @Nullable RequestKey key, Mono<T> verb) {
        return in(actor, key, verb).block(PATIENCE);
    }

    /** The verb in the actor's school. */
    public static <T> Mono<T> in(Actor actor, @Nullable RequestKey key, Mono<T> verb) {
        var roles = actor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        var scope = new Scope(actor.membership().tenant(), actor.account().id(), roles, "test", key);
        return verb.contextWrite(scope::in);
    }

    /** The last ledger number of a school. */
    public long head(Actor actor) {
        return database.number("select seq from ledger_head where tenant_id = "
                + actor.membership().tenant());
    }

    public UUID id(String sql) {
        return UUID.fromString(database.text(sql));
    }
}
