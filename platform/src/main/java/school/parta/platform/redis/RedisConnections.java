package school.parta.platform.redis;

/** The two connections of a node, for commands and for the channel, from the first attempt to the end. */
public final class RedisConnections implements AutoCloseable {

    private final Keeper keeper;
    private final Redis redis;

    public RedisConnections(RedisSettings settings) {
        var clients = new Clients(settings.url());
        var breaker = new Breaker(System.nanoTime());
        var line = new Line<>("commands", clients::commands);
        var channel = new Channel(settings.prefix(), new Line<>("channel", clients::channel));
        this.keeper = new Keeper(clients, breaker, line, channel);
        this.redis = new Redis(settings.prefix(), breaker, line, channel);
        keeper.start();
    }

    public Redis redis() {
        return redis;
    }

    @Override
    public void close() {
        keeper.close();
    }
}
