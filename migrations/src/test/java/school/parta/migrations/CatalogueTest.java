package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold for every table that there is and ever will be, read from the database's own catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {
    private static final String OWN_SCHOOL =
            "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer)";

    private static final String SCHOOL_TABLES = """
        select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')""";

    private Connection connection;

    @BeforeAll
    void migrate() throws SQLException {
        connection = Databases.migrated().connect();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everySchoolTableIsLockedEvenForItsOwner() throws SQLException {
        assertThat(ask("select name from (" + SCHOOL_TABLES + ") t where not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
        assertThat(ask("select count(*) > 25 from (" + SCHOOL_TABLES + ") t")).containsExactly("t");
    }

    @Test
    void onlyNamedTablesBelongToNoSchool() throws SQLException {
        assertThat(ask("""
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
              select from pg_attribute a
              where a.attrelid = c.oid and a.attname = 'tenant_id')
            order by 1"""))
                .containsExactly(
                        "account",
                        "flyway_schema_history",
                        "membership",
                        "revocation",
                        "school",
                        "secret",
                        "session",
                        "sign_in_failure",
                        "token");
    }

    @Test
    void everySchoolTableHasThePlainPolicy() throws SQLException {
        assertThat(ask("""
            select tablename, count(*) filter (where policyname = 'own_school' and permissive = 'PERMISSIVE'
              and cmd = 'ALL' and roles = '{public}' and qual = ? and with_check = ?)
            from pg_policies
            group by tablename
            having count(*) filter (where policyname = 'own_school' and permissive = 'PERMISSIVE'
              and cmd = 'ALL' and roles = '{public}' and qual = ? and with_check = ?) <> 1""", OWN_SCHOOL, OWN_SCHOOL, OWN_SCHOOL, OWN_SCHOOL)).isEmpty();
        assertThat(ask("select name from (" + SCHOOL_TABLES
                        + ") t where name not in (select tablename from pg_policies)"))
                .isEmpty();
    }

    @Test
    void onlyTheHubSeesTheHeadsOfAllSchools() throws SQLException {
        assertThat(ask("""
            select tablename, policyname, cmd, array_to_string(roles, ',')
            from pg_policies
            where policyname <> 'own_school'""")).containsExactly("ledger_head heads_of_all SELECT parta_hub");
    }

    @Test
    void everyKeyAndIndexOfASchoolTableBeginsWithTheSchool() throws SQLException {
        assertThat(ask("select i.indexrelid::regclass from (" + SCHOOL_TABLES + """
            ) t
            join pg_index i on i.indrelid = t.oid
            join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            where a.attname <> 'tenant_id'"""))
                .isEmpty();
        assertThat(ask("select name from (" + SCHOOL_TABLES + """
            ) t
            where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)""")).isEmpty();
    }

    @Test
    void everyReferenceOfASchoolTableBeginsWithTheSchool() throws SQLException {
        assertThat(ask("select k.conrelid::regclass, k.conname from (" + SCHOOL_TABLES + """
            ) t
            join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
            where a.attname <> 'tenant_id'
              or (b.attname <> 'tenant_id' and not (k.confrelid = 'school'::regclass and cardinality(k.conkey) = 1))"""))
                .isEmpty();
    }

    @Test
    void noSharedTableRefersIntoASchool() throws SQLException {
        assertThat(ask("""
            select k.conname
            from pg_constraint k
            where k.contype = 'f'
              and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'tenant_id')
              and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'tenant_id')""")).isEmpty();
    }

    @Test
    void noTriggerRuleOrPowerfulFunctionHides() throws SQLException {
        assertThat(ask("select tgname from pg_trigger where not tgisinternal")).isEmpty();
        assertThat(ask("select rulename from pg_rules where schemaname = 'public'"))
                .isEmpty();
        assertThat(ask("""
            select proname
            from pg_proc
            where pronamespace = 'public'::regnamespace and prosecdef""")).isEmpty();
    }

    @Test
    void everyViewActsAsItsReader() throws SQLException {
        assertThat(ask("""
            select relname
            from pg_class
            where relnamespace = 'public'::regnamespace
              and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)))""")).isEmpty();
    }

    private List<String> ask(String question, Object... parameters) throws SQLException {
        return Query.rows(connection, question, parameters);
    }
}
