package school.parta.tenants.account;

import school.parta.platform.refusal.Refused;

/** The password that is to be changed was not given rightly. */
public final class OldPasswordWrong extends Refused {}
