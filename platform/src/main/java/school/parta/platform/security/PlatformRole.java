package school.parta.platform.security;

/** What an account is to the platform as a whole, beside its memberships in schools. */
public enum PlatformRole {
    OPERATOR,
    ANALYST
}
