package school.parta.platform.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Brings rows into order: what comes early waits a moment, then the hole is read. Used on the school's executor only. */
final class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final int EARLY = 4096;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final FollowedSchool school;
    private final LiveThreads threads;
    private final LiveSettings settings;
    private final LiveMeters meters;
    private final TreeMap<Long, Row> early = new TreeMap<>();
    private List<MonoSink<Void>> waiting = new ArrayList<>();
    private List<MonoSink<Void>> served = List.of();
    private List<Long> doubted = List.of();
    private boolean loaded;
    private boolean reading;
    private boolean readAgain;
    private boolean timed;

    CatchUp(FollowedSchool school, LiveThreads threads, LiveSettings settings, LiveMeters meters) {
        this.school = school;
        this.threads = threads;
        this.settings = settings;
        this.meters = meters;
    }

    /** Ends after a read of the ledger that began after this call, at the latest. */
    Mono<Void> reach(long seq) {
        return Mono.create(sink -> school.serial.execute(() -> {
            if (school.last() >= seq) {
                sink.success();
            } else {
                waiting.add(sink);
                read();
            }
        }));
    }

    /** A row that a message or the node's own commit brought. */
    void arrive(Row row) {
        if (loaded && row.seq() <= school.last()) {
            meters.late();
        } else if (loaded && row.seq() == school.last() + 1) {
            school.apply(row);
            applyEarly();
        } else {
            keep(row);
        }
    }

    private void keep(Row row) {
        if (early.size() < EARLY) {
            early.put(row.seq(), row);
        }
        if (loaded && !timed && !reading) {
            timed = true;
            threads.later(settings.patience(), () -> school.serial.execute(this::overdue));
        }
    }

    private void overdue() {
        timed = false;
        applyEarly();
        if (!early.isEmpty()) {
            meters.hole();
            read();
        }
    }

    private void applyEarly() {
        while (!early.isEmpty() && early.firstKey() <= school.last() + 1) {
            var row = early.pollFirstEntry().getValue();
            if (row.seq() == school.last() + 1) {
                school.apply(row);
            }
        }
    }

    /** Reads on from the last row; once more if that is asked for meanwhile. */
    void read() {
        if (reading || !loaded) {
            readAgain = true;
            return;
        }
        reading = true;
        readAgain = false;
        served = waiting;
        waiting = new ArrayList<>();
        doubted = List.copyOf(early.keySet());
        page();
    }

    private void page() {
        school.ledger
                .after(school.tenant, school.last())
                .subscribe(
                        page -> school.serial.execute(() -> take(page)),
                        failure -> school.serial.execute(() -> failed(failure)));
    }

    void take(LedgerRows.Page page) {
        loaded = true;
        for (var row : page.rows()) {
            if (row.seq() == school.last() + 1 || (row.seq() > school.last() && row.resumes())) {
                school.apply(row);
            }
        }
        applyEarly();
        if (school.last() < page.end()) {
            school.restart(page.head());
        }
        if (school.last() < page.head()) {
            reading = true;
            page();
        } else {
            finish();
        }
    }

    private void failed(Throwable failure) {
        log.warn("The ledger of school {} could not be read: {}", school.tenant, failure.toString());
        reading = false;
        doubted = List.of();
        served.forEach(MonoSink::success);
        served = List.of();
        threads.later(AGAIN, () -> school.serial.execute(this::read));
    }

    private void finish() {
        reading = false;
        // Whoever told of a row before the read began, and the ledger has it not, was wrong.
        doubted.forEach(early::remove);
        doubted = List.of();
        served.forEach(MonoSink::success);
        served = List.of();
        if (readAgain) {
            read();
        } else if (!early.isEmpty()) {
            keep(early.firstEntry().getValue());
        }
    }
}
