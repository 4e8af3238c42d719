package school.parta.tenants.account;

import school.parta.platform.refusal.Refused;

/** The interface does not speak this language. */
public final class LanguageUnknown extends Refused {}
