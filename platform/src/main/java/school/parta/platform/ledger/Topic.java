package school.parta.platform.ledger;

import java.util.UUID;

/**
 * What live, replay and cache filter by: a reader class and a thing, such as {@code family:pupil:…}. A change carries
 * the topics that may hear of it, a stream those its actor may follow.
 */
public record Topic(String name) {

    /** The family of a pupil, and the pupil. */
    public static Topic pupilFamily(UUID pupil) {
        return new Topic("family:pupil:" + pupil);
    }

    /** The families of all who are taught in a group. */
    public static Topic groupFamilies(UUID group) {
        return new Topic("family:group:" + group);
    }

    /** Every family of the school. */
    public static Topic schoolFamilies() {
        return new Topic("family:school");
    }

    /** Those who teach a subject to a group. */
    public static Topic groupStaff(UUID group, UUID subject) {
        return new Topic("staff:group:" + group + ":" + subject);
    }

    /** The class teacher of a class. */
    public static Topic classStaff(UUID schoolClass) {
        return new Topic("staff:class:" + schoolClass);
    }

    /** Those who may read the journal of the whole school. */
    public static Topic schoolStaff() {
        return new Topic("staff:school");
    }

    /** One account, in every school. */
    public static Topic account(UUID account) {
        return new Topic("account:" + account);
    }
}
