package school.parta.tenants.account;

import school.parta.platform.refusal.Refused;

/** The new password is too short, too long, one's own name or known to everybody. */
public final class PasswordUnfit extends Refused {

    PasswordUnfit(String why, int limit) {
        super(why, limit);
    }
}
