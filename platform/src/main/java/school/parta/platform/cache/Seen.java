package school.parta.platform.cache;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * How new an answer must be at least, because its client has heard of that change ({@code Parta-Seen}).
 *
 * @param seq the ledger number in the school of the request
 */
public record Seen(long seq) {

    private static final Seen NOTHING = new Seen(0);

    public Context in(Context context) {
        return context.put(Seen.class, this);
    }

    static Seen of(ContextView context) {
        return context.hasKey(Seen.class) ? context.get(Seen.class) : NOTHING;
    }
}
