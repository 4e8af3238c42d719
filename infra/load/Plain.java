import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServer;

/**
 * The least that WebFlux can do: 2 KB read from Redis through Lettuce, and streams of events without sign-in, rights or
 * resume. Arguments: its port, the address of Redis.
 */
class Plain {
    private static final String KEY = "load:plain";

    public static void main(String[] arguments) {
        var commands =
                RedisClient.create(RedisURI.create(arguments[1])).connect().reactive();
        commands.set(KEY, "x".repeat(2048)).block();
        Map<String, Sinks.Many<ServerSentEvent<String>>> topics = new ConcurrentHashMap<>();
        var routes = RouterFunctions.route()
                .GET("/value", request -> commands.get(KEY)
                        .flatMap(value -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(value)))
                .GET("/events/{topic}", request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .body(events(topics, request.pathVariable("topic")), ServerSentEvent.class))
                .POST("/events/{topic}", request -> request.bodyToMono(String.class)
                        .doOnNext(text -> topic(topics, request.pathVariable("topic")).tryEmitNext(event()))
                        .then(ServerResponse.noContent().build()))
                .build();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow()
                .onDispose()
                .block();
    }

    /** As long as one of ours. */
    private static ServerSentEvent<String> event() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        return ServerSentEvent.builder("{\"filler\":\"%s\",\"committedAtUs\":%d}".formatted("x".repeat(190), now))
                .id("plain:" + now)
                .event("changed")
                .build();
    }

    /** Something at once, so that the client knows that it is on. */
    private static Flux<ServerSentEvent<String>> events(
            Map<String, Sinks.Many<ServerSentEvent<String>>> topics, String name) {
        var hello = Mono.just(ServerSentEvent.<String>builder()
                .id("plain:0")
                .event("cursor")
                .data("{}")
                .build());
        return Flux.concat(hello, topic(topics, name).asFlux());
    }

    private static Sinks.Many<ServerSentEvent<String>> topic(
            Map<String, Sinks.Many<ServerSentEvent<String>>> topics, String name) {
        return topics.computeIfAbsent(name, fresh -> Sinks.many().multicast().directBestEffort());
    }
}
