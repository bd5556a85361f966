package org.linli.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a {@link TcpProxy}: a client, its target, and a thread for each direction and end. */
final class Link {

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS_IN_FLIGHT = 256;
    private static final int CONNECT_MILLIS = 5_000;

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server = new Socket();
    private final AtomicInteger ended = new AtomicInteger();

    Link(TcpProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    void start() {
        daemon(() -> {
            if (proxy.swallows()) {
                swallow();
                return;
            }
            server.connect(proxy.target(), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            carry(server, client);
            pump(client, new Wire(server));
        });
    }

    void drop() {
        reset(client);
        reset(server);
        proxy.closed(this);
    }

    static void reset(Socket socket) {
        try {
            // zero linger makes the close a reset, as when the peer's machine is gone
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // closing it below is all that is left to do
        }
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // nothing to do: closed is what we want
        }
    }

    private void swallow() throws IOException {
        byte[] lost = new byte[CHUNK];
        InputStream from = client.getInputStream();
        while (from.read(lost) >= 0) {
            // what a half-open peer gets is lost
        }
        drop();
    }

    private void carry(Socket from, Socket to) {
        Wire wire = new Wire(to);
        daemon(() -> pump(from, wire));
    }

    private void pump(Socket from, Wire wire) throws IOException, InterruptedException {
        daemon(wire::write);
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!proxy.swallows()) {
                    wire.send(Arrays.copyOf(buffer, read));
                }
            }
        } finally {
            // also after a failure: the writing end waits for it
            wire.send(new byte[0]);
        }
    }

    private void oneDirectionEnded() throws IOException {
        if (ended.incrementAndGet() == 2) {
            client.close();
            server.close();
            proxy.closed(this);
        }
    }

    private void daemon(Step step) {
        Thread.ofVirtual().start(() -> {
            try {
                step.run();
            } catch (IOException | InterruptedException broken) {
                drop();
            }
        });
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** The bytes on their way to one end, each chunk with the moment at which it arrives; an empty chunk is the end. */
    private final class Wire {

        private final DelayQueue<Chunk> queue = new DelayQueue<>();
        private final Semaphore room = new Semaphore(CHUNKS_IN_FLIGHT);
        private final Socket to;
        private long sequence;

        Wire(Socket to) {
            this.to = to;
        }

        void send(byte[] bytes) throws InterruptedException {
            room.acquire();
            queue.add(new Chunk(sequence++, System.nanoTime() + proxy.delay().toNanos(), bytes));
        }

        void write() throws IOException, InterruptedException {
            OutputStream out = to.getOutputStream();
            for (Chunk chunk = queue.take(); chunk.bytes.length > 0; chunk = queue.take()) {
                room.release();
                if (!proxy.swallows()) {
                    out.write(chunk.bytes);
                }
            }
            to.shutdownOutput();
            oneDirectionEnded();
        }
    }

    private record Chunk(long sequence, long dueNanos, byte[] bytes) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            // order of sending, whatever the delay was changed to: TCP does not reorder
            return Long.compare(sequence, ((Chunk) other).sequence);
        }
    }
}
