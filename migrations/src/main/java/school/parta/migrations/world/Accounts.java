package school.parta.migrations.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the accounts by which people of invented schools sign in. All have one password. */
final class Accounts {
    /** Argon2id of {@code parta-demo-2026} in the form that Spring Security reads. */
    static final String PASSWORD = "{argon2@SpringSecurity_v5_8}"
            + "$argon2id$v=19$m=16384,t=2,p=1$FwtUJ++w5GB/TIAmCROhKA$dDgfaPAGjqZNOTlwuXbMhVkk7tuMvoSLltKbW1OMixA";

    private final Connection connection;
    private final LocalDate since;
    private final boolean demo;

    /**
     * Prepares for one world.
     *
     * @param since first day of the memberships
     * @param demo whether the accounts are refused on external storage
     */
    Accounts(Connection connection, LocalDate since, boolean demo) {
        this.connection = connection;
        this.since = since;
        this.demo = demo;
    }

    UUID open(String login, String name, List<String> platformRoles) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into account (login, name, password, platform_roles, demo)
            values (?, ?, ?, ?, ?)
            returning id""")) {
            statement.setString(1, login);
            statement.setString(2, name);
            statement.setString(3, PASSWORD);
            statement.setArray(4, connection.createArrayOf("text", platformRoles.toArray()));
            statement.setBoolean(5, demo);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    void join(UUID account, School school, @Nullable Human person, String... roles) throws SQLException {
        try (var statement = connection.prepareStatement("""
            insert into membership (account, school, role, person, from_day)
            select ?, ?, role, ?, ?
            from unnest(?::text[]) role""")) {
            statement.setObject(1, account);
            statement.setInt(2, school.id());
            statement.setObject(3, person == null ? null : person.id());
            statement.setObject(4, since);
            statement.setArray(5, connection.createArrayOf("text", roles));
            statement.executeUpdate();
        }
    }
}
