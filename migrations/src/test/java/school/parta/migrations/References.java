package school.parta.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The check of all foreign keys at once, for worlds that were written without the check of each row. */
public final class References {
    private References() {}

    /** Every row must refer to one that is there. */
    public static void assertWhole(Connection connection) throws SQLException {
        List<String> orphans = Query.rows(connection, """
            select format('select count(*) from %s c left join %s p on %s where %s and p.%I is null', k.conrelid::regclass,
              k.confrelid::regclass, string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and '),
              string_agg(format('c.%I is not null', a.attname), ' and '), min(b.attname))
            from pg_constraint k
            cross join lateral unnest(k.conkey, k.confkey) u (mine, theirs)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.mine
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.theirs
            where k.contype = 'f'
            group by k.oid, k.conrelid, k.confrelid""");
        assertThat(orphans).hasSizeGreaterThan(50);
        for (String question : orphans) {
            assertThat(Query.number(connection, question)).as(question).isZero();
        }
    }
}
