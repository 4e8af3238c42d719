package school.parta.platform.database;

import io.r2dbc.spi.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DataClassRowMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import tools.jackson.databind.json.JsonMapper;

/** Statements of the unit of work that runs. {@code :tenant} is bound here and by nobody else. */
@Component
public class Sql {

    private static final ClassValue<DataClassRowMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected DataClassRowMapper<?> computeValue(Class<?> type) {
            return new DataClassRowMapper<>(type);
        }
    };

    private final DatabaseClient client;
    private final JsonMapper json;

    Sql(Pool pool, JsonMapper json) {
        this.client = DatabaseClient.create(new UnitConnections(pool.metadata()));
        this.json = json;
    }

    public Statement of(String text) {
        return new Statement(text);
    }

    /** One statement with its parameters; runs when subscribed, each time anew. */
    public final class Statement {

        private final String text;
        private final Map<String, Object> values = new HashMap<>();

        private Statement(String text) {
            this.text = text;
        }

        public Statement bind(String name, Object value) {
            values.put(name, value);
            return this;
        }

        public Statement bind(String name, @Nullable Object value, Class<?> type) {
            values.put(name, value == null ? Parameters.in(type) : value);
            return this;
        }

        /** The first row as a record whose components are the columns in camelCase; empty without a row. */
        public <R> Mono<R> one(Class<R> type) {
            return prepared().flatMap(spec -> spec.map(mapper(type)).first());
        }

        /** All rows, at most 256 by the rule of the house. */
        public <R> Mono<List<R>> all(Class<R> type) {
            return prepared().flatMap(spec -> spec.map(mapper(type)).all().collectList());
        }

        /** The first column of the first row; empty when there is no row or it is null. */
        public <V> Mono<V> value(Class<V> type) {
            return prepared()
                    .flatMap(spec -> spec.map(row -> Optional.ofNullable(row.get(0, type)))
                            .first())
                    .flatMap(Mono::justOrEmpty);
        }

        /** The first column of every row. */
        public <V> Mono<List<V>> values(Class<V> type) {
            return prepared().flatMap(spec -> spec.mapValue(type).all().collectList());
        }

        /** The one row's one column, which is JSON, as a record. */
        public <R> Mono<R> json(Class<R> type) {
            return value(String.class)
                    .handle((String text, SynchronousSink<R> sink) -> sink.next(json.readValue(text, type)));
        }

        /** Changes rows and counts them. */
        public Mono<Long> update() {
            return prepared().flatMap(spec -> spec.fetch().rowsUpdated()).flatMap(this::counted);
        }

        /** Changes rows and returns the first of them, by {@code returning}. */
        public <R> Mono<R> updateReturning(Class<R> type) {
            return one(type).flatMap(row -> counted(1L).thenReturn(row));
        }

        private Mono<Long> counted(Long rows) {
            return Mono.deferContextual(context -> {
                var unit = Unit.of(context);
                if (unit != null) {
                    unit.wrote(rows);
                }
                return Mono.just(rows);
            });
        }

        private Mono<GenericExecuteSpec> prepared() {
            return Mono.deferContextual(context -> {
                var unit = Unit.of(context);
                if (unit == null) {
                    return Mono.error(new IllegalStateException("a statement outside of Transactions"));
                }
                var bound = new HashMap<>(values);
                if (text.contains(":tenant")) {
                    bound.put("tenant", unit.tenant());
                }
                // All at once: the client copies all its bindings with each call.
                return Mono.just(client.sql(text).bindValues(bound));
            });
        }

        @SuppressWarnings("unchecked")
        private static <R> DataClassRowMapper<R> mapper(Class<R> type) {
            return (DataClassRowMapper<R>) MAPPERS.get(type);
        }
    }
}
