package school.parta.platform.database;

import io.r2dbc.spi.Statement;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Single read-only statements of a role that looks across schools, on a small pool of its own and beside
 * {@link Transactions}: no unit of work, no school. The statements are listed by name where statements are checked.
 */
public final class Aside implements AutoCloseable {

    private final Pool pool;
    private final Permits permits;
    private final Work work;

    /**
     * @param settings where PostgreSQL is
     * @param role the database role
     * @param password of the role
     * @param size connections kept for it
     */
    public Aside(DatabaseSettings settings, String role, String password, int size) {
        this.pool = new Pool(settings, role, password, size);
        this.permits = new Permits(size, size, settings.patience());
        this.work = new Work(pool, settings.deadline());
    }

    /** The one column of the one row that the statement returns; parameters are {@code $1}, {@code $2} and so on. */
    public Mono<String> value(String statement, List<Object> parameters) {
        return work.run(
                permits,
                null,
                false,
                unit -> Mono.from(bound(unit.connection().createStatement(statement), parameters)
                                .execute())
                        .flatMap(result -> Mono.from(result.map((row, metadata) -> row.get(0, String.class)))));
    }

    private static Statement bound(Statement statement, List<Object> parameters) {
        for (var index = 0; index < parameters.size(); index++) {
            statement.bind(index, parameters.get(index));
        }
        return statement;
    }

    @Override
    public void close() {
        pool.close();
    }
}
