package school.parta.platform.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line to Redis that can freeze: connections stay, nothing goes through, as if the server had been stopped. */
public final class StallingProxy implements AutoCloseable {

    private final URI target;
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;

    public StallingProxy(String url) throws IOException {
        this.target = URI.create(url);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where to connect instead. */
    public String url() {
        var user = target.getRawUserInfo() == null ? "" : target.getRawUserInfo() + "@";
        return "redis://" + user + "127.0.0.1:" + server.getLocalPort();
    }

    public void freeze() {
        lock.lock();
        frozen = true;
        lock.unlock();
    }

    public void thaw() {
        lock.lock();
        frozen = false;
        thawed.signalAll();
        lock.unlock();
    }

    /** Breaks every connection. */
    public void cut() {
        sockets.forEach(StallingProxy::close);
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                var upstream = new Socket(target.getHost(), target.getPort());
                sockets.addAll(List.of(client, upstream));
                pump(client, upstream);
                pump(upstream, client);
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var bytes = new byte[8192];
                for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    await();
                    out.write(bytes, 0, count);
                    out.flush();
                }
            } catch (IOException closed) {
                close(to);
            }
        });
    }

    private void await() {
        lock.lock();
        while (frozen) {
            thawed.awaitUninterruptibly();
        }
        lock.unlock();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        thaw();
        cut();
    }
}
