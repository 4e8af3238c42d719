package school.parta.migrations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * How a load world is asked for.
 *
 * @param values by name, without the dashes
 */
record LoadOptions(Map<String, String> values) {
    static final String USAGE = """
        world --schools 100 --pupils 500 --days 60 --tokens FILE
              [--url postgresql://host:port/name --user NAME --password WORD | --var DIRECTORY]
        Without --url the running service's embedded storage under --var (else PARTA_VAR, else var) is filled.""";

    private static final Map<String, String> STANDARD = Map.of("schools", "100", "pupils", "500", "days", "60");
    private static final Set<String> NAMES =
            Set.of("schools", "pupils", "days", "tokens", "url", "user", "password", "var");
    private static final int PORT_LINE = 3;

    static LoadOptions of(List<String> arguments) {
        var values = new HashMap<>(STANDARD);
        for (int place = 0; place < arguments.size(); place += 2) {
            String name = arguments.get(place).replaceFirst("^--", "");
            if (!NAMES.contains(name) || place + 1 == arguments.size()) {
                throw new IllegalArgumentException("Not understood: " + arguments.get(place));
            }
            values.put(name, arguments.get(place + 1));
        }
        if (!values.containsKey("tokens")) {
            throw new IllegalArgumentException("--tokens is missing");
        }
        var options = new LoadOptions(values);
        options.requireNumbers();
        return options;
    }

    private void requireNumbers() {
        STANDARD.keySet().forEach(this::number);
    }

    int schools() {
        return number("schools");
    }

    int pupils() {
        return number("pupils");
    }

    int days() {
        return number("days");
    }

    Path tokens() {
        return Path.of(values.getOrDefault("tokens", ""));
    }

    /** The database named on the command line, else the embedded one. */
    Access access() throws IOException {
        String url = values.get("url");
        if (url == null) {
            return embedded(Path.of(values.getOrDefault("var", System.getenv().getOrDefault("PARTA_VAR", "var"))));
        }
        return access(
                url.replaceFirst("^jdbc:", ""),
                values.getOrDefault("user", "postgres"),
                values.getOrDefault("password", ""));
    }

    /** Reads what the embedded server itself keeps: its port in postmaster.pid, the passwords in secrets.properties. */
    private static Access embedded(Path directory) throws IOException {
        Path server = directory.resolve("postgresql/data/postmaster.pid");
        if (!Files.exists(server)) {
            throw new IllegalStateException("no embedded storage runs on " + directory + "; start the service first");
        }
        var secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        String port = Files.readAllLines(server).get(PORT_LINE).strip();
        return access("postgresql://127.0.0.1:" + port + "/parta", "postgres", secrets.getProperty("postgres", ""));
    }

    /** Passwords of the application's roles matter only where the schema has yet to be made. */
    private static Access access(String url, String user, String password) {
        Map<String, String> environment = System.getenv();
        return new Access(
                url,
                user,
                password,
                environment.getOrDefault("PARTA_DATABASE_PASSWORD", password),
                environment.getOrDefault("PARTA_DATABASE_HUB_PASSWORD", password),
                environment.getOrDefault("PARTA_DATABASE_ERASE_PASSWORD", password));
    }

    private int number(String name) {
        String value = values.getOrDefault(name, "");
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("--" + name + " must be a number from 1 to 99999");
        }
        return Integer.parseInt(value);
    }
}
