package school.parta.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import school.parta.platform.database.RequestKey;

class IdempotencyKeysTest {

    private static final String PATH = "/api/v1/schools/school-65/marks";

    private final IdempotencyKeys keys = new IdempotencyKeys();

    private IdempotencyKeys.Keyed read(MockServerHttpRequest request) {
        return keys.read(MockServerWebExchange.from(request), 201).block();
    }

    private RequestKey key(MockServerHttpRequest request) {
        return read(request).key();
    }

    private static MockServerHttpRequest.BodyBuilder post(String key) {
        return MockServerHttpRequest.post(PATH).header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON);
    }

    private static MockServerHttpRequest.BodyBuilder form() {
        return MockServerHttpRequest.post("/s/school-65/journal/lesson")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static String body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody())
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                .block();
    }

    @Test
    void requestWithoutAKeyHasNone() {
        assertThat(key(MockServerHttpRequest.post(PATH).body("{}"))).isNull();
    }

    @Test
    void bodyIsReadAgainByTheHandlerAsOftenAsItLikes() {
        var keyed = read(post("k").body("{\"value\":\"5\"}"));
        assertThat(body(keyed.exchange())).isEqualTo("{\"value\":\"5\"}");
        assertThat(body(keyed.exchange())).isEqualTo("{\"value\":\"5\"}");
    }

    @Test
    void statusIsTheHandlers() {
        assertThat(key(post("k").body("{}")).status()).isEqualTo(201);
    }

    @Test
    void sameRequestHasTheSameHash() {
        assertThat(key(post("k").body("{}"))).isEqualTo(key(post("k").body("{}")));
    }

    @Test
    void methodPathVersionAndBodyMakeAnotherRequest() {
        var hash = key(post("k").body("{}")).hash();
        assertThat(key(post("k").body("{ }")).hash()).isNotEqualTo(hash);
        assertThat(key(post("k").header("If-Match", "\"2\"").body("{}")).hash()).isNotEqualTo(hash);
        assertThat(key(MockServerHttpRequest.put(PATH)
                                .header("Idempotency-Key", "k")
                                .body("{}"))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(key(MockServerHttpRequest.post(PATH + "/1")
                                .header("Idempotency-Key", "k")
                                .body("{}"))
                        .hash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "ключ", "12345678901234567890123456789012345678901234567890123456789012345"})
    void keyOfOtherThanVisibleCharactersIsMalformed(String key) {
        assertThatThrownBy(() -> read(post(key).body("{}"))).isInstanceOf(MalformedKey.class);
    }

    @Test
    void bodyOverOneMebibyteIsTooLarge() {
        assertThatThrownBy(() -> read(post("k").body("x".repeat((1 << 20) + 1))))
                .isInstanceOf(DataBufferLimitException.class);
        assertThat(key(post("k").body("x".repeat(1 << 20)))).isNotNull();
    }

    @Test
    void formCarriesItsKeyAsAField() {
        assertThat(key(form().body("idempotencyKey=k-1&_csrf=a&topic=x")).key()).isEqualTo("k-1");
    }

    @Test
    void formSentAgainWithANewCsrfTokenIsTheSameRequest() {
        assertThat(key(form().body("idempotencyKey=k&_csrf=a&topic=x")))
                .isEqualTo(key(form().body("idempotencyKey=k&_csrf=b&topic=x")));
        assertThat(key(form().body("idempotencyKey=k&topic=x")).hash())
                .isNotEqualTo(key(form().body("idempotencyKey=k&topic=y")).hash());
    }
}
