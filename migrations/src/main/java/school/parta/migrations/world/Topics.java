package school.parta.migrations.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What lessons are about and what is set for home, by subject and number. */
final class Topics {
    private static final Topics TOPICS = new Topics(0, 2);
    private static final Topics HOMEWORK = new Topics(1, 1);

    private final List<String> subjects = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private Topics(int kind, int field) {
        String separator = kind == 0 ? ";" : "/";
        lines().forEach(line -> {
            String[] fields = line.split("\\|", -1);
            String[] choices = fields[field].split(separator, -1);
            for (int number = 0; number < choices.length; number++) {
                subjects.add(fields[0]);
                numbers.add(number);
                texts.add(choices[number]);
            }
        });
    }

    /** Sets three array parameters from this place on: subject, number from 0, topic. */
    static void bind(Connection connection, PreparedStatement statement, int place) throws SQLException {
        TOPICS.set(connection, statement, place);
    }

    /** As {@link #bind}, but texts of homework with a place {@code {n}} for a number. */
    static void bindHomework(Connection connection, PreparedStatement statement, int place) throws SQLException {
        HOMEWORK.set(connection, statement, place);
    }

    private void set(Connection connection, PreparedStatement statement, int place) throws SQLException {
        statement.setArray(place, connection.createArrayOf("text", subjects.toArray()));
        statement.setArray(place + 1, connection.createArrayOf("int4", numbers.toArray()));
        statement.setArray(place + 2, connection.createArrayOf("text", texts.toArray()));
    }

    private static List<String> lines() {
        try (InputStream stream = Topics.class.getResourceAsStream("topics.txt")) {
            if (stream == null) {
                throw new IllegalStateException("topics.txt is not in the archive");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
