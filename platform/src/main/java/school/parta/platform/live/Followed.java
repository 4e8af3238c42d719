package school.parta.platform.live;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.parta.platform.ledger.Topic;

/**
 * What an actor may hear of in one school.
 *
 * @param topics which topics
 * @param validUntil when the first right it rests on ends or a new one begins; null if none does
 * @param seq the ledger number of the snapshot it was read from
 */
public record Followed(Set<Topic> topics, @Nullable Instant validUntil, long seq) {}
