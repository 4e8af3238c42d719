package school.parta.migrations.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Writes one school of a load world with an account and a token for each teacher and for one guardian of each pupil. */
public final class LoadSchool {
    /** Names of the fields of a line. */
    public static final String HEADER = "login\ttoken\tschool\trole\tpupil\tgroup\tsubject\tlesson";

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom SECURE = new SecureRandom();

    private final Connection connection;
    private final SchoolSpec spec;
    private final Opened accounts = new Opened();
    private final List<String> lines = new ArrayList<>();
    private final Ids ids = new Ids(new Random());

    /** The rows of the global tables, column by column. */
    private record Opened(
            List<UUID> ids,
            List<String> logins,
            List<String> names,
            List<String> roles,
            List<UUID> persons,
            List<byte[]> hashes) {
        Opened() {
            this(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    private LoadSchool(Connection connection, SchoolSpec spec) {
        this.connection = connection;
        this.spec = spec;
    }

    /**
     * Writes the school in one transaction.
     *
     * @return a line of tab-separated fields for each account
     */
    public static List<String> write(Connection connection, LoadPlan plan, int number) throws SQLException {
        connection.setAutoCommit(false);
        SchoolSpec spec = plan.spec(number);
        var cast = new Cast(number, spec.start().atStartOfDay(spec.zone()).toInstant(), Terms.year(plan.today()));
        var population = new Population(spec.plan(), cast, 0);
        var director = new Official("директор", cast.adult("f"));
        School school = School.write(connection, spec, population, List.of(director), cast);
        var writer = new LoadSchool(connection, spec);
        writer.teachers(school);
        writer.guardians(population);
        writer.insert(school);
        connection.commit();
        return writer.lines;
    }

    /** One account per teacher, with a lesson in which it may write; class by class until every class has one. */
    private void teachers(School school) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select l.teacher, p.surname || ' ' || p.given_name, l.study_group, l.subject, l.id, l.class, m.pupil
            from (
              select distinct on (l.study_group, l.subject) l.*, g.class
              from lesson l
              join study_group g on g.tenant_id = l.tenant_id and g.id = l.study_group
              where l.tenant_id = ? and l.topic is not null and l.day > ?
              order by l.study_group, l.subject, l.day desc, l.slot desc) l
            join person p on p.tenant_id = l.tenant_id and p.id = l.teacher
            cross join lateral (
              select pupil
              from group_membership m
              where m.tenant_id = l.tenant_id and m.study_group = l.study_group and m.from_day <= l.day
                and m.until_day is null
              order by pupil
              limit 1) m
            order by l.class, l.id""")) {
            statement.setInt(1, school.id());
            statement.setObject(2, spec.today().minusDays(13));
            try (var rows = statement.executeQuery()) {
                var candidates = new ArrayList<Candidate>();
                while (rows.next()) {
                    candidates.add(new Candidate(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getObject(6, UUID.class),
                            rows.getString(7) + "\t" + rows.getString(3) + "\t" + rows.getString(4) + "\t"
                                    + rows.getString(5)));
                }
                choose(candidates);
            }
        }
    }

    /** Who could write where; {@code place} is the last four fields of the line. */
    private record Candidate(UUID teacher, String name, UUID form, String place) {}

    private void choose(List<Candidate> candidates) {
        var teachers = new HashSet<UUID>();
        var forms = new HashSet<UUID>();
        for (boolean first : new boolean[] {true, false}) {
            for (Candidate candidate : candidates) {
                boolean wanted =
                        !teachers.contains(candidate.teacher()) && !(first && forms.contains(candidate.form()));
                if (wanted) {
                    teachers.add(candidate.teacher());
                    forms.add(candidate.form());
                    String login = spec.slug() + "-teacher-" + teachers.size();
                    open(login, candidate.name(), "TEACHER", candidate.teacher(), candidate.place());
                }
            }
        }
    }

    private void guardians(Population population) {
        int number = 0;
        for (List<Child> children : population.classes()) {
            for (Child child : children) {
                Human guardian = child.family().first();
                open(
                        spec.slug() + "-parent-" + ++number,
                        guardian.fullName(),
                        "GUARDIAN",
                        guardian.id(),
                        child.human().id() + "\t\t\t");
            }
        }
    }

    private void open(String login, String name, String role, UUID person, String place) {
        var random = new byte[TOKEN_BYTES];
        SECURE.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.ids().add(ids.at(spec.now()));
        accounts.logins().add(login);
        accounts.names().add(name);
        accounts.roles().add(role);
        accounts.persons().add(person);
        accounts.hashes().add(hash(token));
        lines.add(String.join("\t", login, token, spec.slug(), role, place));
    }

    /** What the database keeps of a token: SHA-256 of its characters. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void insert(School school) throws SQLException {
        run(
                """
            insert into account (id, login, name, password)
            select a.*, ?
            from unnest(?::uuid[], ?::text[], ?::text[]) a""",
                Accounts.PASSWORD,
                array("uuid", accounts.ids()),
                array("text", accounts.logins()),
                array("text", accounts.names()));
        run(
                """
            insert into membership (account, school, role, person, from_day)
            select m.account, ?, m.role, m.person, ?
            from unnest(?::uuid[], ?::text[], ?::uuid[]) m (account, role, person)""",
                school.id(),
                spec.start(),
                array("uuid", accounts.ids()),
                array("text", accounts.roles()),
                array("uuid", accounts.persons()));
        run(
                """
            insert into token (hash, account, expires_at)
            select t.hash, t.account, clock_timestamp() + interval '30 days'
            from unnest(?::bytea[], ?::uuid[]) t (hash, account)""",
                connection.createArrayOf("bytea", accounts.hashes().toArray(byte[][]::new)),
                array("uuid", accounts.ids()));
    }

    private java.sql.Array array(String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.executeUpdate();
        }
    }
}
