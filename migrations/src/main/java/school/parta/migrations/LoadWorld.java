package school.parta.migrations;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import school.parta.migrations.world.LoadPlan;
import school.parta.migrations.world.LoadSchool;

/**
 * Fills a database with schools for measurements and writes a file with a token for each of their accounts. Exit codes:
 * 0 done, 1 the database refused, 2 called wrongly.
 */
public final class LoadWorld {
    /** As many sessions as the smallest machine has cores. */
    private static final int SESSIONS = 2;

    private final LoadOptions options;
    private final Access access;
    private final AtomicInteger next = new AtomicInteger(1);

    private LoadWorld(LoadOptions options, Access access) {
        this.options = options;
        this.access = access;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        try {
            LoadOptions options = LoadOptions.of(arguments);
            new LoadWorld(options, options.access()).fill();
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(LoadOptions.USAGE);
            return 2;
        } catch (SQLException | IOException | ExecutionException | IllegalStateException failure) {
            System.err.println("The load world was not made: " + failure.getMessage());
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void fill() throws SQLException, IOException, ExecutionException, InterruptedException {
        long start = System.nanoTime();
        prepare();
        LoadPlan plan =
                LoadPlan.of(options.pupils(), options.days(), Clock.systemUTC().instant());
        try (BufferedWriter tokens = privateFile(options.tokens())) {
            tokens.write(LoadSchool.HEADER + "\n");
            try (var sessions = Executors.newFixedThreadPool(SESSIONS)) {
                var running = new ArrayList<Future<?>>();
                for (int session = 0; session < SESSIONS; session++) {
                    running.add(sessions.submit(() -> write(plan, tokens)));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            }
        }
        System.out.println(options.schools() + " schools written in " + Timing.since(start));
        finish();
        System.out.println("Load world ready in " + Timing.since(start));
    }

    private void prepare() throws SQLException {
        try (Connection connection = access.connect()) {
            if (!answer(connection, "select to_regclass('public.school') is not null")) {
                System.out.println(Migrations.run(access) + " migrations applied");
            }
            if (answer(connection, "select exists (select from school where slug like 'load-%')")) {
                throw new IllegalStateException("this database has a load world already");
            }
        }
    }

    private static boolean answer(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Writes one school after the other until none is left. */
    private boolean write(LoadPlan plan, BufferedWriter tokens) throws SQLException, IOException {
        try (Connection connection = access.connectAsGenerator()) {
            // A crash means to begin again on an empty database anyway.
            try (var statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = off");
            }
            for (int number = next.getAndIncrement(); number <= options.schools(); number = next.getAndIncrement()) {
                List<String> lines = LoadSchool.write(connection, plan, number);
                synchronized (tokens) {
                    tokens.write(String.join("\n", lines) + "\n");
                }
                if (number % 10 == 0) {
                    System.out.println(number + " schools");
                }
            }
        }
        return true;
    }

    /** Statistics and hint bits now, so that no measurement pays for them. */
    private void finish() throws SQLException {
        try (Connection connection = access.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    private static BufferedWriter privateFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newBufferedWriter(file);
    }
}
