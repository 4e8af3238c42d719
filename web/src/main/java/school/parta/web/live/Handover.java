package school.parta.web.live;

import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import school.parta.platform.live.LiveStream;

/**
 * Takes a stream over from its handler. A handler that writes for hours keeps all that handled the request for as long:
 * filters, observations, the exchange, three quarters of what a stream costs. So the handler only sends the head and
 * leaves the stream in its place; when it is done, and nothing of it is left, the stream goes on below it.
 */
final class Handover extends Mono<Void> {

    private static final int OPENING_AT_A_TIME = 16;

    private final OpeningGate gate;
    private final HttpServerResponse response;
    private @Nullable Mono<Void> handling;

    private Handover(OpeningGate gate, HttpServerResponse response, Mono<Void> handling) {
        this.gate = gate;
        this.response = response;
        this.handling = handling;
    }

    /** Where a handler leaves its stream. */
    static final class Place {

        private volatile @Nullable LiveStream stream;

        /** The head of the response is sent already. */
        void leave(LiveStream left) {
            stream = left;
        }
    }

    /** A handler after which streams go on. */
    static HttpHandler around(HttpHandler handler) {
        var gate = new OpeningGate(OPENING_AT_A_TIME);
        return (request, response) -> request.getURI().getPath().equals(LiveController.PATH)
                ? new Handover(
                        gate,
                        ServerHttpResponseDecorator.getNativeResponse(response),
                        handler.handle(request, response))
                : handler.handle(request, response);
    }

    /** The place of the request that runs; null where no stream would go on, as under a path spelt in another way. */
    static @Nullable Place place(ContextView context) {
        return context.hasKey(Place.class) ? context.get(Place.class) : null;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> server) {
        var first = handling;
        handling = null;
        if (first == null) {
            throw new IllegalStateException("a request is handled once");
        }
        var line = new Line(server, first);
        server.onSubscribe(line);
        gate.enter(line);
    }

    private Mono<Void> body(LiveStream stream) {
        return response.send(Flux.from(stream).map(Unpooled::wrappedBuffer)).then();
    }

    /** First hears the end of the handling, then that of the stream. */
    private final class Line implements CoreSubscriber<Void>, Subscription, OpeningGate.Visitor {

        private final Place place = new Place();
        private final CoreSubscriber<? super Void> server;
        private @Nullable Mono<Void> handling;
        private volatile @Nullable Subscription current;
        private volatile boolean cancelled;
        private volatile boolean handled;

        Line(CoreSubscriber<? super Void> server, Mono<Void> handling) {
            this.server = server;
            this.handling = handling;
        }

        @Override
        public void admitted() {
            response.withConnection(
                    connection -> connection.channel().eventLoop().execute(this::handle));
        }

        @Override
        public boolean isGone() {
            return cancelled;
        }

        private void handle() {
            var first = handling;
            handling = null;
            if (cancelled || first == null) {
                gate.leave();
            } else {
                first.subscribe(this);
            }
        }

        @Override
        public Context currentContext() {
            return handled ? server.currentContext() : server.currentContext().put(Place.class, place);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            current = subscription;
            subscription.request(Long.MAX_VALUE);
            if (cancelled) {
                cancel();
            }
        }

        /** There is nothing to ask for but the end. */
        @Override
        public void request(long count) {}

        @Override
        public void onNext(Void nothing) {}

        @Override
        public void onComplete() {
            var left = handled ? null : place.stream;
            leaveGate();
            if (left == null) {
                server.onComplete();
            } else {
                body(left).subscribe(this);
            }
        }

        @Override
        public void onError(Throwable failure) {
            leaveGate();
            end();
            server.onError(failure);
        }

        @Override
        public void cancel() {
            cancelled = true;
            var running = current;
            if (running != null) {
                running.cancel();
                leaveGate();
            }
            end();
        }

        private void leaveGate() {
            synchronized (this) {
                if (handled) {
                    return;
                }
                handled = true;
            }
            gate.leave();
        }

        private void end() {
            var left = place.stream;
            if (left != null) {
                left.cancel();
            }
        }
    }
}
