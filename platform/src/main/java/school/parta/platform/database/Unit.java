package school.parta.platform.database;

import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;
import school.parta.platform.ledger.Answer;
import school.parta.platform.ledger.Change;
import school.parta.platform.ledger.Sequenced;

/** One unit of work on one connection, from BEGIN to the end of COMMIT or ROLLBACK. */
public final class Unit {

    private final Connection connection;
    private final Connection borrowed;
    private final @Nullable Scope scope;
    private final boolean writes;
    private final List<Change> changes = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private long seq;
    private long rowsWritten;

    Unit(Connection connection, @Nullable Scope scope, boolean writes) {
        this.connection = connection;
        this.borrowed = UnitConnections.unclosable(connection);
        this.scope = scope;
        this.writes = writes;
    }

    /** The ledger number of the snapshot this read sees; 0 in a write. */
    public long seq() {
        return seq;
    }

    /**
     * Records what happened, for the ledger.
     *
     * @return the row's provisional number, see {@link Sequenced}
     */
    public long record(Change change) {
        changes.add(change);
        return -changes.size();
    }

    /** Keeps an answer under the key of one operation, so that a repeat gets it again. */
    public void keep(Answer answer) {
        answers.add(answer);
    }

    /** How many changes were recorded so far. */
    public int recorded() {
        return changes.size();
    }

    static @Nullable Unit of(ContextView context) {
        return (Unit) context.getOrEmpty(Unit.class).orElse(null);
    }

    Connection connection() {
        return connection;
    }

    Connection borrowed() {
        return borrowed;
    }

    boolean writes() {
        return writes;
    }

    int tenant() {
        if (scope == null) {
            throw new IllegalStateException("a global unit of work sees no school");
        }
        return scope.tenant();
    }

    List<Change> changes() {
        return changes;
    }

    List<Answer> answers() {
        return answers;
    }

    void seq(long number) {
        seq = number;
    }

    void wrote(long rows) {
        rowsWritten += rows;
    }

    boolean wroteWithoutRecord() {
        return rowsWritten > 0 && changes.isEmpty() && scope != null;
    }
}
