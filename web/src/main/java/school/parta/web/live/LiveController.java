package school.parta.web.live;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Scope;
import school.parta.platform.live.Streams;
import school.parta.platform.live.Streams.Wish;
import school.parta.platform.refusal.NotFound;
import school.parta.platform.security.Account;
import school.parta.platform.security.Actor;
import school.parta.tenants.access.Access;
import school.parta.tenants.access.Resource;
import school.parta.tenants.classes.Following;

/** One stream of all that an account may hear of in the schools it names. */
@RestController
class LiveController {

    static final String PATH = "/api/v1/live";

    private static final int MOST = 20;

    private final Streams streams;
    private final Following following;

    LiveController(Streams streams, Following following) {
        this.streams = streams;
        this.following = following;
    }

    @GetMapping(PATH)
    @Access(Resource.LIVE_STREAM)
    Mono<Void> live(
            Account account,
            @RequestParam(defaultValue = "") String schools,
            @RequestParam(required = false) @Nullable String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            ServerWebExchange exchange) {
        var wishes = wishes(account, schools);
        var cursor = lastEventId == null || lastEventId.isEmpty() ? since : lastEventId;
        var response = exchange.getResponse();
        if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
            head(response);
            return response.setComplete();
        }
        return Mono.deferContextual(context -> {
            var place = Handover.place(context);
            return place == null ? Mono.error(NotFound::new) : open(account, wishes, cursor, response, place);
        });
    }

    private Mono<Void> open(
            Account account,
            List<Wish> wishes,
            @Nullable String cursor,
            ServerHttpResponse response,
            Handover.Place place) {
        var stream = streams.reserve(account.id(), account.session(), ChannelWire.of(response));
        return streams.open(stream, wishes, cursor)
                .then(Mono.defer(() -> begin(response)))
                .doOnSuccess(begun -> place.leave(stream))
                .doOnError(failure -> stream.cancel())
                .doOnCancel(stream::cancel);
    }

    /** Sends the head and, so that it goes at once, the time to wait before coming back. */
    private Mono<Void> begin(ServerHttpResponse response) {
        head(response);
        return response.writeWith(Flux.just(response.bufferFactory().wrap(streams.hello())));
    }

    private static void head(ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.set("Cache-Control", "no-store, no-transform");
        headers.set("X-Accel-Buffering", "no");
    }

    private List<Wish> wishes(Account account, String schools) {
        var slugs = Arrays.stream(schools.split(",", MOST + 2))
                .filter(slug -> !slug.isEmpty())
                .toList();
        if (slugs.isEmpty() || slugs.size() > MOST) {
            throw new WrongSchools();
        }
        return slugs.stream().distinct().map(slug -> wish(account, slug)).toList();
    }

    private Wish wish(Account account, String slug) {
        var membership = account.in(slug).orElseThrow(NotFound::new);
        var followed =
                following.of(new Actor(account, membership)).contextWrite(Scope.service(membership.tenant())::in);
        return new Wish(membership.tenant(), slug, followed);
    }
}
