package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The accounts of the demo world, one for each kind of user. */
final class DemoAccounts {
    static final Names.Surname PARENT = new Names.Surname("Лебедев", "Лебедева");
    static final Names.Surname FAMILY = new Names.Surname("Королёв", "Королёва");

    private static final Map<String, List<String>> TOWN = Map.ofEntries(
            Map.entry("teacher", List.of("TEACHER")),
            Map.entry("classteacher", List.of("TEACHER", "CLASS_TEACHER")),
            Map.entry("deputy", List.of("DEPUTY")),
            Map.entry("director", List.of("DIRECTOR")),
            Map.entry("admin", List.of("ADMIN")),
            Map.entry("sysadmin", List.of("SYSADMIN")),
            Map.entry("hr", List.of("HR")),
            Map.entry("secretary", List.of("SECRETARY")),
            Map.entry("parent", List.of("GUARDIAN")),
            Map.entry("pupil", List.of("PUPIL")),
            Map.entry("family", List.of("GUARDIAN")));

    private static final Map<String, List<String>> LYCEUM = Map.of(
            "teacher69", List.of("TEACHER"),
            "parent69", List.of("GUARDIAN"),
            "admin69", List.of("ADMIN"),
            "family", List.of("TEACHER", "GUARDIAN"));

    private DemoAccounts() {}

    static void write(Connection connection, DemoSchool town, DemoSchool lyceum) throws SQLException {
        var accounts = new Accounts(connection, town.since(), true);
        var opened = new TreeMap<String, UUID>();
        join(accounts, opened, town, TOWN);
        join(accounts, opened, lyceum, LYCEUM);
        accounts.open("operator", "Оператор платформы", List.of("OPERATOR"));
        accounts.open("analyst", "Аналитик района", List.of("ANALYST"));
    }

    private static void join(
            Accounts accounts, Map<String, UUID> opened, DemoSchool school, Map<String, List<String>> roles)
            throws SQLException {
        for (var entry : school.people().entrySet()) {
            String login = entry.getKey();
            Human human = entry.getValue();
            UUID account = opened.get(login);
            if (account == null) {
                account = accounts.open(login, human.fullName(), List.of());
                opened.put(login, account);
            }
            accounts.join(
                    account,
                    school.school(),
                    human,
                    roles.getOrDefault(login, List.of()).toArray(String[]::new));
        }
    }
}
