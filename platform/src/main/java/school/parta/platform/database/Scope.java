package school.parta.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * On whose behalf statements run: the school, the account and the request. Written into the Reactor Context by the
 * filter that resolves the school, or by the hub for its own reads; read by {@link Transactions}.
 *
 * @param tenant the school's number
 * @param account who acts; null for the service itself
 * @param role in which roles, as the ledger names them
 * @param request the request's id, for the ledger
 * @param key the Idempotency-Key of the request, if it has one
 */
public record Scope(
        int tenant,
        @Nullable UUID account,
        String role,
        @Nullable String request,
        @Nullable RequestKey key) {

    public static Scope service(int tenant) {
        return new Scope(tenant, null, "SERVICE", null, null);
    }

    public Context in(Context context) {
        return context.put(Scope.class, this);
    }

    /** The scope of the request that runs; without one nothing may start. */
    public static Scope of(ContextView context) {
        return context.getOrEmpty(Scope.class)
                .map(Scope.class::cast)
                .orElseThrow(() -> new IllegalStateException("no school in the Context: nothing may start"));
    }
}
