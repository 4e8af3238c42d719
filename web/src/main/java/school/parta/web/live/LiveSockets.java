package school.parta.web.live;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/** Sockets of clients that vanished are found by the kernel: a stream's client never sends, so no read can time out. */
@Component
class LiveSockets implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final int UNACKNOWLEDGED_MILLIS = 30_000;

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(LiveSockets::watched);
    }

    private static HttpServer watched(HttpServer server) {
        var kept = server.childOption(ChannelOption.SO_KEEPALIVE, true);
        return Epoll.isAvailable()
                ? kept.childOption(EpollChannelOption.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MILLIS)
                : kept;
    }
}
