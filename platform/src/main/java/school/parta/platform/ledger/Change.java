package school.parta.platform.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as a verb records it; one row of the ledger and one event of the live stream.
 *
 * @param kind such as {@code mark.given}; part of the contract, never changed
 * @param pupil whom it concerns
 * @param schoolClass the class it concerns
 * @param group the study group it concerns
 * @param lesson the lesson it concerns
 * @param day the lesson's day
 * @param entity the row that changed, by which its history is found
 * @param topics who may hear of it, see {@link Topic}
 * @param op the client's operation id, if the change came in a batch
 * @param payload canonical JSON of before, after and reason; no name, contact or identifier of a person
 */
public record Change(
        String kind,
        @Nullable UUID pupil,
        @Nullable UUID schoolClass,
        @Nullable UUID group,
        @Nullable UUID lesson,
        @Nullable LocalDate day,
        @Nullable UUID entity,
        List<Topic> topics,
        @Nullable String op,
        String payload) {}
