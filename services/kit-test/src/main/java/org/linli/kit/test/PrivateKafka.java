package org.linli.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.linli.wire.TcpProxy;

/**
 * A broker of one's own whose clients come through a {@link TcpProxy}, for tests that take Kafka away.
 *
 * <p>The shared broker cannot be used for that: a Kafka client asks for the brokers' addresses and then goes there
 * directly, past any proxy. This one advertises the proxy on one listener and itself on another: the application uses
 * {@link #proxied()}, the test looks through {@link #direct()} also while the wire is cut.
 */
public final class PrivateKafka implements AutoCloseable {

    private final TcpProxy proxy;
    private final ServerProcess broker;

    private PrivateKafka(TcpProxy proxy, ServerProcess broker) {
        this.proxy = proxy;
        this.broker = broker;
    }

    /** Starts a broker and its proxy; takes about four seconds. */
    public static PrivateKafka start() {
        int behindProxy = freePort();
        TcpProxy proxy = TcpProxy.to("127.0.0.1", behindProxy);
        try {
            String listener = Integer.toString(behindProxy);
            return new PrivateKafka(proxy, ServerProcess.start("kafka", Integer.toString(proxy.port()), listener));
        } catch (RuntimeException failed) {
            proxy.close();
            throw failed;
        }
    }

    /** Bootstrap servers for the application. */
    public String proxied() {
        return proxy.address();
    }

    /** Bootstrap servers for the test itself. */
    public String direct() {
        return broker.address();
    }

    /** The wire between the application and this broker. */
    public TcpProxy proxy() {
        return proxy;
    }

    @Override
    public void close() {
        proxy.close();
        broker.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
