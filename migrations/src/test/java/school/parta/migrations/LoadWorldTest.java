package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that fills a load world, on a small scale. */
class LoadWorldTest {
    @TempDir
    Path directory;

    @Test
    void worldIsWholeAndEveryAccountMayDoWhatItsLineSays() throws Exception {
        Access access = Databases.empty();
        Path file = directory.resolve("tokens.tsv");
        assertThat(LoadWorld.run(arguments(access, file))).isZero();
        List<String[]> lines;
        try (Stream<String> text = Files.lines(file)) {
            lines = text.skip(1).map(line -> line.split("\t", -1)).toList();
        }
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo("login\ttoken\tschool\trole\tpupil\tgroup\tsubject\tlesson");
        try (Connection connection = access.connect()) {
            assertThat(Query.rows(connection, "select slug from school order by slug"))
                    .containsExactly("load-1", "load-2", "load-3");
            assertThat(Query.rows(connection, "select distinct kind from ledger"))
                    .containsExactly("world.generated");
            assertThat(Query.rows(connection, "select distinct count(*) from pupil group by tenant_id"))
                    .containsExactly("120");
            assertThat(Query.rows(connection, """
                select distinct count(distinct day)
                from lesson
                where day <= (now() at time zone 'Europe/Moscow')::date
                group by tenant_id""")).containsExactly("24");
            References.assertWhole(connection);
            assertLines(connection, lines);
        }
        assertThat(LoadWorld.run(arguments(access, file))).as("a second one").isEqualTo(1);
    }

    @Test
    void wrongArgumentIsACallingMistake() {
        assertThat(LoadWorld.run(List.of("--schools", "many", "--tokens", "x"))).isEqualTo(2);
        assertThat(LoadWorld.run(List.of("--school", "3"))).isEqualTo(2);
        assertThat(LoadWorld.run(List.of("--schools", "3"))).isEqualTo(2);
    }

    private static List<String> arguments(Access access, Path file) {
        return List.of(
                "--schools",
                "3",
                "--pupils",
                "120",
                "--days",
                "24",
                "--tokens",
                file.toString(),
                "--url",
                access.url(),
                "--user",
                access.user(),
                "--password",
                access.password());
    }

    private static void assertLines(Connection connection, List<String[]> lines) throws Exception {
        assertThat(lines.stream().filter(line -> line[3].equals("GUARDIAN"))).hasSize(360);
        assertThat(lines.stream().map(line -> line[4]).distinct().count()).isGreaterThanOrEqualTo(360);
        for (String[] line : lines) {
            String hash = HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(line[1].getBytes(StandardCharsets.US_ASCII)));
            String right = line[3].equals("GUARDIAN")
                    ? "exists (select from guardianship g where g.tenant_id = s.id and g.guardian = m.person"
                            + " and g.pupil = '" + line[4] + "')"
                    : "exists (select from lesson l join period p on p.tenant_id = l.tenant_id and p.closed_at is null"
                            + " and l.day between p.from_day and p.to_day where l.tenant_id = s.id and l.id = '"
                            + line[7]
                            + "' and l.teacher = m.person and l.study_group = '" + line[5] + "' and l.subject = '"
                            + line[6]
                            + "' and l.day between current_date - 14 and current_date + 1)";
            assertThat(Query.rows(connection, """
                select a.login
                from token t
                join account a on a.id = t.account
                join membership m on m.account = a.id and m.role = ?
                join school s on s.id = m.school and s.slug = ?
                where t.hash = decode(?, 'hex') and t.expires_at > now() + interval '29 days' and\s""" + right, line[3], line[2], hash))
                    .containsExactly(line[0]);
        }
        String groups = lines.stream()
                .filter(line -> line[3].equals("TEACHER"))
                .map(line -> "'" + line[5] + "'")
                .collect(Collectors.joining(", "));
        assertThat(Query.rows(
                        connection,
                        "select c.tenant_id, c.name from class c where not exists ("
                                + "select from study_group g where g.tenant_id = c.tenant_id and g.class = c.id and g.id in ("
                                + groups + "))"))
                .as("classes without a teacher who has an account")
                .isEmpty();
    }
}
