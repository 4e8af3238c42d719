package school.parta.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.RequestKey;

/**
 * Reads the Idempotency-Key of a request, from the header or the hidden field of a form, and what it was sent with. The
 * body is read once and given again to the handler.
 */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";
    static final String FIELD = "idempotencyKey";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int LARGEST = 1 << 20;

    /**
     * A request whose key was read.
     *
     * @param exchange with the body still to be read
     */
    record Keyed(ServerWebExchange exchange, @Nullable RequestKey key) {}

    /**
     * Reads the key, if there is one.
     *
     * @param status of the handler's success
     */
    Mono<Keyed> read(ServerWebExchange exchange, int status) {
        if (Paths.isForm(exchange)) {
            return exchange.getFormData().map(form -> ofForm(exchange, form, status));
        }
        var key = exchange.getRequest().getHeaders().getFirst(HEADER);
        return key == null ? Mono.just(new Keyed(exchange, null)) : ofBody(exchange, valid(key), status);
    }

    private static Keyed ofForm(ServerWebExchange exchange, MultiValueMap<String, String> form, int status) {
        var header = exchange.getRequest().getHeaders().getFirst(HEADER);
        var key = header == null ? form.getFirst(FIELD) : header;
        if (key == null) {
            return new Keyed(exchange, null);
        }
        var sent = new StringBuilder();
        form.forEach((name, values) -> {
            if (!name.equals(CsrfTokens.FIELD)) {
                sent.append(name).append('=').append(values).append('\n');
            }
        });
        var body = sent.toString().getBytes(StandardCharsets.UTF_8);
        return new Keyed(exchange, new RequestKey(valid(key), hash(exchange.getRequest(), body), status));
    }

    private static Mono<Keyed> ofBody(ServerWebExchange exchange, String key, int status) {
        var request = exchange.getRequest();
        return DataBufferUtils.join(request.getBody(), LARGEST)
                .map(IdempotencyKeys::bytes)
                .defaultIfEmpty(new byte[0])
                .map(body -> new Keyed(again(exchange, body), new RequestKey(key, hash(request, body), status)));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerWebExchange again(ServerWebExchange exchange, byte[] body) {
        var factory = exchange.getResponse().bufferFactory();
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0 ? Flux.empty() : Flux.defer(() -> Flux.just(factory.wrap(body)));
            }
        };
        return exchange.mutate().request(request).build();
    }

    private static String valid(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new MalformedKey();
        }
        return key;
    }

    private static String hash(ServerHttpRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            update(digest, request.getMethod().name());
            update(digest, request.getPath().value());
            update(digest, String.join(",", request.getHeaders().getOrEmpty(HttpHeaders.IF_MATCH)));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void update(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
