package school.parta.web.live;

import io.netty.channel.Channel;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.netty.http.server.HttpServerResponse;
import school.parta.platform.live.Wire;

/** The socket of a request. */
record ChannelWire(Channel channel) implements Wire {

    static Wire of(ServerHttpResponse response) {
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        var holder = new Channel[1];
        server.withConnection(connection -> holder[0] = connection.channel());
        return new ChannelWire(holder[0]);
    }

    @Override
    public long pending() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public void cut() {
        channel.eventLoop().execute(channel.unsafe()::closeForcibly);
    }
}
