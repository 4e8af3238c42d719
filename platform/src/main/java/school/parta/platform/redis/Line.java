package school.parta.platform.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulConnection;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that is made anew when it is lost or given up. Making one takes no thread and is tried once a second. */
final class Line<C extends StatefulConnection<String, byte[]>> {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final String name;
    private final Supplier<CompletionStage<C>> maker;
    private volatile @Nullable C connection;
    private volatile boolean making;
    private volatile boolean ended;
    private boolean complained;

    Line(String name, Supplier<CompletionStage<C>> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** The connection if there is one and its socket is open. */
    @Nullable
    C current() {
        var held = connection;
        return held != null && held.isOpen() ? held : null;
    }

    /** Begins to make a connection unless that is under way; {@code made} hears of it before it is used. */
    synchronized void make(Consumer<C> made) {
        if (making || ended) {
            return;
        }
        making = true;
        maker.get().whenComplete((fresh, failure) -> finished(fresh, failure, made));
    }

    private synchronized void finished(@Nullable C fresh, @Nullable Throwable failure, Consumer<C> made) {
        making = false;
        if (fresh == null) {
            complain(failure);
        } else if (ended) {
            log.debug("Closing {}: {}", name, fresh.closeAsync());
        } else {
            log.info("Redis is connected ({})", name);
            complained = false;
            connection = fresh;
            made.accept(fresh);
        }
    }

    private void complain(@Nullable Throwable failure) {
        if (!complained) {
            complained = true;
            log.warn("Redis is away ({}), trying every second: {}", name, String.valueOf(failure));
        }
    }

    synchronized void giveUp() {
        var held = connection;
        connection = null;
        if (held != null) {
            log.debug("Closing {}: {}", name, held.closeAsync());
        }
    }

    synchronized void end() {
        ended = true;
        giveUp();
    }

    /** Redis answered, if only with an error of its own; a timeout or a lost socket is no answer. */
    static boolean answered(@Nullable Throwable failure) {
        return failure == null
                || failure instanceof RedisCommandExecutionException
                || failure.getCause() instanceof RedisCommandExecutionException;
    }
}
