package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HyperfoilTest {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void serveEachCallInTwentyMilliseconds() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 64);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            Pace.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.close();
    }

    @Test
    void callsThatWaitForAConnectionOfTheToolAreNotPassedOver() {
        // two hundred a second over one connection that carries at most fifty
        assertThat(calls(200, 1).doubt())
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("for a free connection"));
    }

    @Test
    void callsThatFindAConnectionAreNotDoubted() {
        Hyperfoil.Calls calls = calls(20, 64);
        assertThat(calls.doubt()).isEmpty();
        assertThat(calls.nanos().getValueAtPercentile(50)).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void aToolWithoutFreeSessionsDidNotKeepTheRate() {
        assertThat(Hyperfoil.doubt(0, 4095)).isEmpty();
        assertThat(Hyperfoil.doubt(0, 4096))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("the rate was not kept"));
    }

    private Hyperfoil.Calls calls(double perSecond, int connections) {
        URI host = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Duration time = Duration.ofMillis(500);
        return Hyperfoil.steady(host, List.of("/"), Map.of("Accept", "text/plain"), perSecond, time, connections);
    }
}
