package org.linli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The wire that a test can cut")
class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void startAnEchoBehindTheProxy() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::answerEverybody);
        proxy = TcpProxy.to("127.0.0.1", echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatIsSentComesBack() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void largeDataArriveCompleteAndInOrderAlsoAfterTheSenderHasFinished() throws IOException {
        byte[] data = new byte[3_000_000];
        new Random(7).nextBytes(data);
        try (Socket client = connect()) {
            Thread.ofVirtual().start(() -> {
                try {
                    client.getOutputStream().write(data);
                    client.shutdownOutput();
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            });
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(data);
        }
        await().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    @Test
    void aCutResetsConnectionsAndRefusesNewOnesUntilItIsRestored() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, "before")).isEqualTo("before");
            proxy.cut();
            assertThatThrownBy(() -> answerTo(client, "during")).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        proxy.restore();
        try (Socket client = connect()) {
            assertThat(answerTo(client, "after")).isEqualTo("after");
        }
    }

    @Test
    void aDelayHoldsBothDirectionsBack() throws IOException {
        proxy.delay(Duration.ofMillis(150));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertThat(answerTo(client, "late")).isEqualTo("late");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aHalfOpenWireAcceptsAndNeverAnswersAndResetsWhoLivedThroughIt() throws IOException {
        try (Socket old = connect()) {
            assertThat(answerTo(old, "before")).isEqualTo("before");
            proxy.halfOpen();
            try (Socket client = connect()) {
                for (Socket socket : new Socket[] {old, client}) {
                    socket.setSoTimeout(200);
                    assertThatThrownBy(() -> answerTo(socket, "anybody?")).isInstanceOf(SocketTimeoutException.class);
                }
                proxy.restore();
                for (Socket socket : new Socket[] {old, client}) {
                    assertThatThrownBy(() -> answerTo(socket, "still?")).isInstanceOf(SocketException.class);
                }
            }
        }
    }

    @Test
    void aTargetThatDoesNotListenEndsTheConnection() throws IOException {
        echo.close();
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        answerTo(client, "hello");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private void answerEverybody() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> echoTo(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void echoTo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // the test cut the wire
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", proxy.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String answerTo(Socket socket, String text) throws IOException {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(sent);
        byte[] answer = socket.getInputStream().readNBytes(sent.length);
        if (answer.length < sent.length) {
            throw new SocketException("ended");
        }
        return new String(answer, StandardCharsets.UTF_8);
    }
}
