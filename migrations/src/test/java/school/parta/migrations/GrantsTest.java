package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may do what in the database, by name; whatever is not named is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTest {
    private Access access;
    private Connection connection;

    @BeforeAll
    void migrate() throws SQLException {
        access = Databases.migrated();
        connection = access.connect();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void rowsAreDeletedOnlyWhereTheyAreShortLived() throws SQLException {
        assertThat(ask("""
            select grantee, table_name, privilege_type
            from information_schema.role_table_grants
            where table_schema = 'public' and grantee <> 'parta_owner'
              and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')
            order by 1, 2"""))
                .containsExactly(
                        "parta_app applied DELETE",
                        "parta_app revocation DELETE",
                        "parta_app session DELETE",
                        "parta_app sign_in_failure DELETE",
                        "parta_app token DELETE");
    }

    @Test
    void ledgerIsWrittenOnceAndNeverChangedByTheApplication() throws SQLException {
        assertThat(columns("parta_app", "ledger", "UPDATE")).isEmpty();
        assertThat(columns("parta_app", "applied", "UPDATE")).isEmpty();
        assertThat(columns("parta_app", "ledger_head", "UPDATE")).containsExactly("at", "hash", "seq");
        assertThat(columns("parta_app", "ledger_head", "INSERT")).isEmpty();
    }

    @Test
    void hubSeesHeadsAndRevocationsOnly() throws SQLException {
        assertThat(ask("""
            select table_name, column_name, privilege_type
            from information_schema.column_privileges
            where grantee = 'parta_hub' and table_name <> 'revocation'
            order by 1, 2""")).containsExactly("ledger_head seq SELECT", "ledger_head tenant_id SELECT");
        assertThat(ask("""
            select distinct privilege_type
            from information_schema.column_privileges
            where grantee = 'parta_hub' and table_name = 'revocation'""")).containsExactly("SELECT");
    }

    @Test
    void eraserChangesOnlyContentOfTheLedger() throws SQLException {
        assertThat(ask("""
            select table_name, column_name
            from information_schema.column_privileges
            where grantee = 'parta_erase' and privilege_type <> 'SELECT'
            order by 1, 2""")).containsExactly("ledger payload", "ledger salt");
    }

    @Test
    void nobodyButTheOwnerHasPower() throws SQLException {
        assertThat(ask("""
            select rolname
            from pg_roles
            where rolname like 'parta%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
              or (rolname = 'parta_owner' and rolcanlogin))""")).isEmpty();
        assertThat(ask("""
            select r.rolname
            from pg_roles r
            where r.rolname like 'parta\\_%' and r.rolname <> 'parta_owner' and (
              has_schema_privilege(r.oid, 'public', 'create')
              or has_database_privilege(r.oid, current_database(), 'create')
              or has_database_privilege(r.oid, current_database(), 'temporary')
              or pg_has_role(r.oid, 'parta_owner', 'member'))""")).isEmpty();
        assertThat(ask("""
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relowner <> 'parta_owner'::regrole""")).isEmpty();
    }

    @Test
    void strangersMayNotConnect() throws SQLException {
        assertThat(ask("select has_database_privilege('public', current_database(), 'connect')"))
                .containsExactly("f");
    }

    @Test
    void applicationSignsInWithItsPassword() throws SQLException {
        try (Connection app = DriverManager.getConnection("jdbc:" + access.url(), "parta_app", access.app())) {
            assertThat(Query.rows(app, "select current_user::text")).containsExactly("parta_app");
        }
    }

    private List<String> columns(String role, String table, String privilege) throws SQLException {
        return ask("""
            select column_name
            from information_schema.column_privileges
            where grantee = ? and table_name = ? and privilege_type = ?
            order by 1""", role, table, privilege);
    }

    private List<String> ask(String question, Object... parameters) throws SQLException {
        return Query.rows(connection, question, parameters);
    }
}
