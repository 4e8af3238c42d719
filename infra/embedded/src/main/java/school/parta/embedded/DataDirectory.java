package school.parta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.logging.Log;

/**
 * The files of one PostgreSQL cluster below a locked directory: made whole or not at all, never deleted.
 *
 * @param directory real path that holds {@code data}
 * @param programs directory of PostgreSQL's programs
 * @param log for what is done to the data
 */
record DataDirectory(Path directory, Path programs, Log log) {

    static final String MAJOR = "18";
    private static final long NEW_MEBIBYTES = 400;
    private static final long OLD_MEBIBYTES = 100;

    Path data() {
        return directory.resolve("data");
    }

    /** Makes the cluster if there is none, else checks that this PostgreSQL can open it; true if it was made. */
    boolean prepare(AsOrdinaryUser user, String password) throws IOException {
        boolean absent = !Files.exists(data());
        Directories.requireSpace(directory, absent ? NEW_MEBIBYTES : OLD_MEBIBYTES);
        if (absent) {
            create(user, password);
            return true;
        }
        checkVersion();
        if (user.take(data())) {
            log.warn("The files in %s now belong to user %d".formatted(data(), user.owner()));
        }
        return false;
    }

    private void checkVersion() throws IOException {
        Path file = data().resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            throw new EmbeddedServerFailed(
                    data() + " is there but holds no PostgreSQL data.",
                    "Move it away, or set PARTA_VAR to another directory.");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(MAJOR)) {
            throw new EmbeddedServerFailed(
                    "%s holds the data of PostgreSQL %s, this service brings PostgreSQL %s."
                            .formatted(data(), found, MAJOR),
                    "Move the data over with pg_dump of version %s, or set PARTA_VAR to another directory."
                            .formatted(found));
        }
    }

    private void create(AsOrdinaryUser user, String password) throws IOException {
        for (Path unfinished : Directories.children(directory, "new-")) {
            log.warn("Removing " + unfinished + ", a cluster whose making was broken off before its first start");
            Directories.delete(unfinished);
        }
        Path fresh = Files.createTempDirectory(directory, "new-");
        Path secret = Files.writeString(fresh.resolve("password"), password);
        user.take(fresh);
        initialise(user, fresh.resolve("data"), secret);
        Files.delete(secret);
        Files.move(fresh.resolve("data"), data(), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(fresh);
    }

    private void initialise(AsOrdinaryUser user, Path fresh, Path secret) {
        Commands.Outcome outcome = Commands.run(Commands.joined(
                user.prefix(),
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=icu",
                        "--icu-locale=ru-RU")));
        if (!outcome.succeeded()) {
            throw new EmbeddedServerFailed(
                    "PostgreSQL could not make its data in %s: %s".formatted(directory, lastLines(outcome.text())),
                    "Check free space and rights there, or set PARTA_VAR to another directory.");
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    /** Sets the superuser's password anew when ours was lost; to be called when no server works with the data. */
    void changePassword(AsOrdinaryUser user, String password) {
        log.warn("The password of PostgreSQL in %s was lost and is set anew".formatted(data()));
        String postgres = programs.resolve("bin/postgres").toString();
        Commands.Outcome outcome = Commands.run(
                Commands.joined(user.prefix(), List.of(postgres, "--single", "-D", data().toString(), "postgres")),
                "alter role postgres password '%s'%n".formatted(password));
        if (!outcome.succeeded() || outcome.text().contains("ERROR:")) {
            throw new EmbeddedServerFailed(
                    "The lost password of PostgreSQL cannot be set anew: " + lastLines(outcome.text()),
                    "Put the former secrets.properties back, or set PARTA_VAR to another directory.");
        }
    }

    /** Whether the postmaster of that process id has opened its port. */
    boolean isReady(long pid) {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Removes a lock left by a killed postmaster whose process id has gone to a stranger meanwhile: PostgreSQL would
     * take that stranger for itself. To be called when no server works with the data.
     */
    void forgetStranger() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readAllLines(file).getFirst().strip();
        if (Files.exists(Path.of("/proc", pid))) {
            log.warn("Removing %s, left by a killed run; process %s is not PostgreSQL".formatted(file, pid));
            Files.delete(file);
        }
    }
}
