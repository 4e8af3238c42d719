package school.parta.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.Proxy;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Gives a {@code DatabaseClient} the connection of the unit of work that runs, and nothing outside of one. */
final class UnitConnections implements ConnectionFactory {

    private final ConnectionFactoryMetadata metadata;

    UnitConnections(ConnectionFactoryMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.deferContextual(
                context -> Mono.justOrEmpty(Unit.of(context)).map(Unit::borrowed));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return metadata;
    }

    /** The client closes what it was given after each statement; only the unit itself may end the connection. */
    static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? Mono.empty() : method.invoke(connection, arguments));
    }
}
