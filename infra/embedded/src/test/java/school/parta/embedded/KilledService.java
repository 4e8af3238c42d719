package school.parta.embedded;

import java.nio.file.Path;

/** A service that writes a row and a key and is gone without a word, its servers left to themselves. */
final class KilledService {

    private KilledService() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgresql"));
        postgres.createDatabase("parta");
        Sql.run(postgres, "create table mark as select 5 as value");
        EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"));
        Resp.ask(redis, "SET mark 5");
        System.out.printf("left %d %d%n", postgres.pid(), redis.pid());
        System.out.flush();
        Runtime.getRuntime().halt(137);
    }
}
