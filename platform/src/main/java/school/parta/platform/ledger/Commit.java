package school.parta.platform.ledger;

import java.util.List;

/**
 * Changes that a confirmed commit made visible.
 *
 * @param tenant the school's number
 * @param first the ledger number of the first row
 * @param rows the changes in order, numbered from {@code first}
 * @param committedAt when the commit was confirmed, in microseconds since 1970
 */
public record Commit(int tenant, long first, List<Change> rows, long committedAt) {}
