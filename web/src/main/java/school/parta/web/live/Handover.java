package school.parta.web.live;

import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
 * filters, observations, the exchange, two thirds of what a stream costs. So the handler only sends the head and leaves
 * the stream with the request; when it is done, and nothing of it is left, the stream goes on below it.
 */
final class Handover extends Mono<Void> {

    private final Place place;
    private final ServerHttpResponse response;
    private @Nullable Mono<Void> handling;

    private Handover(Place place, ServerHttpResponse response, Mono<Void> handling) {
        this.place = place;
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
        return (request, response) -> request.getURI().getPath().equals(LiveController.PATH)
                ? new Handover(new Place(), response, handler.handle(request, response))
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
        first.subscribe(new Line(server));
    }

    private Mono<Void> body(LiveStream stream) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        return server.send(Flux.from(stream).map(Unpooled::wrappedBuffer)).then();
    }

    /** First hears the end of the handling, then that of the stream. */
    private final class Line implements CoreSubscriber<Void>, Subscription {

        private final CoreSubscriber<? super Void> server;
        private volatile @Nullable Subscription current;
        private volatile boolean cancelled;
        private boolean handled;

        Line(CoreSubscriber<? super Void> server) {
            this.server = server;
        }

        @Override
        public Context currentContext() {
            return handled ? server.currentContext() : server.currentContext().put(Place.class, place);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            current = subscription;
            if (handled) {
                subscription.request(Long.MAX_VALUE);
            } else {
                server.onSubscribe(this);
            }
            if (cancelled) {
                subscription.cancel();
            }
        }

        @Override
        public void request(long count) {
            var handling = current;
            if (handling != null) {
                handling.request(count);
            }
        }

        @Override
        public void onNext(Void nothing) {}

        @Override
        public void onComplete() {
            if (handled) {
                server.onComplete();
                return;
            }
            handled = true;
            current = null;
            var left = place.stream;
            if (left == null) {
                server.onComplete();
            } else {
                body(left).subscribe(this);
            }
        }

        @Override
        public void onError(Throwable failure) {
            end();
            server.onError(failure);
        }

        @Override
        public void cancel() {
            cancelled = true;
            var running = current;
            if (running != null) {
                running.cancel();
            }
            end();
        }

        private void end() {
            var left = place.stream;
            if (left != null) {
                left.cancel();
            }
        }
    }
}
