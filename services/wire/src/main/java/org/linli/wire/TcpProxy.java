package org.linli.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A wire that a test can cut: forwards TCP connections on loopback to one target, and does to them what networks do.
 *
 * <p>Thread-safe. The port stays the same through {@link #cut()} and {@link #restore()}; it lies below the range from
 * which the kernel hands out ports by itself, so that nobody takes it while the wire is cut.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final int ATTEMPTS = 200;
    private static final int BACKLOG = 100;

    private enum Mode {
        FORWARD,
        HALF_OPEN,
        CUT
    }

    private final InetSocketAddress target;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Thread acceptor;
    private volatile Mode mode = Mode.FORWARD;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(InetSocketAddress target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
        this.port = listener.getLocalPort();
        acceptOn(listener);
    }

    /**
     * Starts forwarding from a free port of 127.0.0.1.
     *
     * @param host where the target listens
     * @param port its port; nobody needs to listen there yet
     */
    public static TcpProxy to(String host, int port) {
        return new TcpProxy(new InetSocketAddress(host, port), listenOnFreePort());
    }

    /** The port on 127.0.0.1 on which this proxy listens. */
    public int port() {
        return port;
    }

    /** Host and port on which this proxy listens, for example {@code 127.0.0.1:21000}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Resets every connection and refuses new ones until {@link #restore()}. */
    public void cut() {
        Thread last;
        synchronized (this) {
            mode = Mode.CUT;
            close(listener);
            dropLinks();
            last = acceptor;
        }
        // the kernel goes on accepting until the thread that waits in accept() has let go of the socket
        awaitEnd(last);
    }

    /**
     * Accepts and swallows: connections stay open, what they send is read and lost, nothing is answered. This is what a
     * dead machine or a firewall looks like. Connections that lived through it are reset by {@link #restore()}.
     */
    public synchronized void halfOpen() {
        listenAgain();
        mode = Mode.HALF_OPEN;
    }

    /** Adds this much latency to each direction, for bytes that arrive from now on. Zero takes it away. */
    public void delay(Duration latency) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("A delay cannot be negative: " + latency);
        }
        delay = latency;
    }

    /** Forwards again, without delay. Connections of a half-open time are reset: bytes of theirs are lost. */
    public synchronized void restore() {
        boolean lossy = mode == Mode.HALF_OPEN;
        delay = Duration.ZERO;
        mode = Mode.FORWARD;
        if (lossy) {
            dropLinks();
        }
        listenAgain();
    }

    /** How many connections are open through this proxy. */
    public int connections() {
        return links.size();
    }

    @Override
    public void close() {
        cut();
    }

    boolean swallows() {
        return mode == Mode.HALF_OPEN;
    }

    Duration delay() {
        return delay;
    }

    InetSocketAddress target() {
        return target;
    }

    void closed(Link link) {
        links.remove(link);
    }

    private void listenAgain() {
        if (listener.isClosed()) {
            listener = listenOn(port);
            acceptOn(listener);
        }
    }

    private void acceptOn(ServerSocket from) {
        acceptor = Thread.ofPlatform().daemon().name("tcp-proxy-" + port).start(() -> {
            try {
                while (true) {
                    accept(from.accept());
                }
            } catch (SocketException closed) {
                // the listener was closed by cut(): nothing more to accept
            } catch (IOException unexpected) {
                throw new UncheckedIOException(unexpected);
            }
        });
    }

    private synchronized void accept(Socket client) {
        if (mode == Mode.CUT) {
            Link.reset(client);
            return;
        }
        Link link = new Link(this, client);
        links.add(link);
        link.start();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void dropLinks() {
        links.forEach(Link::drop);
        links.clear();
    }

    private static ServerSocket listenOnFreePort() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return bind(LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS));
            } catch (IOException taken) {
                // somebody listens there: try another one
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST_PORT + " and " + (LOWEST_PORT + PORTS));
    }

    private static ServerSocket listenOn(int port) {
        try {
            return bind(port);
        } catch (IOException taken) {
            throw new UncheckedIOException("Port " + port + " was taken while the proxy was cut", taken);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
