package school.parta.platform.security;

/** What a membership makes an account in a school. What a role may do is data of {@code tenants.access}. */
public enum Role {
    TEACHER,
    CLASS_TEACHER,
    DEPUTY,
    DIRECTOR,
    ADMIN,
    SYSADMIN,
    HR,
    SECRETARY,
    PUPIL,
    GUARDIAN
}
