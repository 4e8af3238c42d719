package school.parta.platform.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the hub of this node hears of the node's own commits. A listener that fails harms neither writer nor others. */
@Component
public class Commits {

    private static final Logger log = LoggerFactory.getLogger(Commits.class);

    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();

    public void listen(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    public void publish(Commit commit) {
        for (var listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException failure) {
                log.warn("A listener failed on a commit of school {} at {}", commit.tenant(), commit.first(), failure);
            }
        }
    }
}
