package school.parta.platform.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as sign-in finds it.
 *
 * @param password as it is stored; null for nobody
 * @param demo whether it belongs to the demo world
 */
record Candidate(UUID id, @Nullable String password, boolean demo) {

    /** Stands for an unknown login, so that it takes the same steps as a known one. */
    static final Candidate NOBODY = new Candidate(new UUID(0, 0), null, false);

    @Override
    public String toString() {
        return "Candidate " + id;
    }
}
