package school.parta.embedded;

import java.nio.file.Path;

/** Another process that wants a directory which is in use. */
final class SecondService {

    private SecondService() {}

    public static void main(String[] arguments) {
        EmbeddedPostgres.start(Path.of(arguments[0])).close();
    }
}
