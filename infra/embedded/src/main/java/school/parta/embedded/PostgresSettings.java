package school.parta.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command line of PostgreSQL for a small machine: safe data first, then little memory. */
final class PostgresSettings {

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("listen_addresses", Ports.HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "96MB"),
            Map.entry("max_connections", "60"),
            Map.entry("max_prepared_transactions", "0"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_line_prefix", "%m [%p] "),
            Map.entry("log_checkpoints", "off"),
            // The detail of a violated constraint would carry personal data into the log.
            Map.entry("log_error_verbosity", "terse"));

    private PostgresSettings() {}

    static List<String> command(DataDirectory files, int port, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(OURS);
        all.putAll(settings);
        all.put("port", Integer.toString(port));
        return Stream.concat(
                        Stream.of(
                                files.programs().resolve("bin/postgres").toString(),
                                "-D",
                                files.data().toString()),
                        all.entrySet().stream()
                                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
                .toList();
    }
}
