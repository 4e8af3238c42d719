package school.parta.tenants.access;

/** What can be read or written; the lines of the matrix of roles (reliability note, §6). */
public enum Resource {
    /** Needs no sign-in: the sign-in page, static files, health. */
    PUBLIC,
    /** What every signed-in account may do with itself. */
    OWN_ACCOUNT,
    /** The school's own rules, as every member may read them. */
    SCHOOL_RULES,
    TIMETABLE,
    TOPICS_AND_HOMEWORK,
    MARKS,
    ATTENDANCE,
    LIVE_STREAM
}
