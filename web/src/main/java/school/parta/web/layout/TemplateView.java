package school.parta.web.layout;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One template: written into one buffer, with the attributes that it declares and the frame as {@code page}. */
final class TemplateView implements View {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String FRAME = "page";

    private final TemplateEngine engine;
    private final Frames frames;
    private final String template;

    TemplateView(TemplateEngine engine, Frames frames, String template) {
        this.engine = engine;
        this.frames = frames;
        this.template = template;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(HTML);
    }

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(HTML);
        var declared = declared(model == null ? Map.of() : model, exchange);
        return response.writeWith(Mono.fromSupplier(() -> write(declared, response.bufferFactory())));
    }

    private Map<String, @Nullable Object> declared(Map<String, ?> model, ServerWebExchange exchange) {
        var declared = new HashMap<String, @Nullable Object>();
        for (var name : engine.getParamInfo(template).keySet()) {
            if (model.get(name) != null) {
                declared.put(name, model.get(name));
            }
        }
        declared.put(FRAME, frames.of(exchange));
        return declared;
    }

    private DataBuffer write(Map<String, @Nullable Object> declared, DataBufferFactory factory) {
        var output = new Utf8ByteOutput();
        engine.render(template, declared, output);
        var buffer = factory.allocateBuffer(output.getContentLength());
        try {
            output.writeTo(buffer.asOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer;
    }
}
