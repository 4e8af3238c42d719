package school.parta.platform.live;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import school.parta.platform.ledger.Commit;

/** The schools this node follows, and where news of them comes in. */
public final class LiveHub {

    private final LedgerRows ledger;
    private final LiveThreads threads;
    private final LiveSettings settings;
    private final LiveMeters meters;
    private final Map<Integer, FollowedSchool> followed = new ConcurrentHashMap<>();
    private final Map<Integer, Mono<FollowedSchool>> loading = new ConcurrentHashMap<>();

    LiveHub(LedgerRows ledger, LiveThreads threads, LiveSettings settings, LiveMeters meters) {
        this.ledger = ledger;
        this.threads = threads;
        this.settings = settings;
        this.meters = meters;
        meters.watch("parta.live.schools", "Schools this node follows", followed::size);
    }

    /** The school if it is followed already; it stays so for ten minutes more. */
    public @Nullable FollowedSchool followed(int tenant) {
        var school = followed.get(tenant);
        return school != null && school.last() >= 0 && school.use() ? school : null;
    }

    /** The school, followed from now on if it was not. */
    public Mono<FollowedSchool> follow(int tenant) {
        var school = followed(tenant);
        return school != null ? Mono.just(school) : Mono.defer(() -> loading.computeIfAbsent(tenant, this::load));
    }

    private Mono<FollowedSchool> load(int tenant) {
        return Mono.defer(() -> {
                    var again = followed(tenant);
                    if (again != null) {
                        return Mono.just(again);
                    }
                    // Known from before it is read: what is committed meanwhile is kept for it.
                    var school = new FollowedSchool(tenant, ledger, threads, settings, meters);
                    followed.put(tenant, school);
                    return school.load().doOnError(failure -> followed.remove(tenant, school));
                })
                .doFinally(signal -> loading.remove(tenant))
                .cache();
    }

    /**
     * Makes the school's cached values at least as new as a number that a client has heard of. Does nothing for a school
     * that is not followed: it will be read from the ledger as it is then.
     */
    public Mono<Void> seen(int tenant, long seq) {
        var school = followed(tenant);
        return school == null ? Mono.empty() : school.reach(seq);
    }

    /** Changes of this node's own. */
    void committed(Commit commit) {
        var school = followed.get(commit.tenant());
        if (school != null) {
            school.arrive(IntStream.range(0, commit.rows().size())
                    .mapToObj(index -> Row.of(commit.rows().get(index), commit.first() + index, commit.committedAt()))
                    .toList());
        }
    }

    /** Changes of another node. */
    void heard(NodeMessage message) {
        var school = followed.get(message.school());
        if (school == null) {
            return;
        }
        if (message.rows().isEmpty()) {
            school.announce(message.last());
        } else {
            school.arrive(message.rows());
        }
    }

    /** The school if it is followed; this is no use of it. */
    @Nullable
    FollowedSchool known(int tenant) {
        return followed.get(tenant);
    }

    Collection<FollowedSchool> all() {
        return followed.values();
    }

    /** Forgets schools nobody has asked for. */
    void tidy() {
        followed.values().removeIf(FollowedSchool::retire);
    }
}
