package school.parta.platform.cache;

import java.util.Set;
import school.parta.platform.ledger.Topic;

/**
 * A value that was just read.
 *
 * @param seq the ledger number of the snapshot it was read from, {@code unit.seq()}
 * @param topics every topic whose changes can alter the value
 * @param value the value, a record that can be written as JSON and read back
 */
public record Computed<T>(long seq, Set<Topic> topics, T value) {}
