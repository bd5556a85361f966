package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("Long, large and broken answers")
class StreamsTest {

    private static final String STREAM = "/api/v1/inbox/stream";

    Surroundings surroundings;

    @Test
    @DisplayName("an event stream opens before its first event, each tick passes before the next, longer than any call")
    void ticksPassAtOnce() throws Exception {
        StubService notification = surroundings.service("notification");
        int openBefore = notification.streamsOpen();
        int closedBefore = notification.streamsClosed();

        HttpResponse<InputStream> response = openStream(surroundings.issuer().token());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        Awaitility.await().until(() -> notification.streamsOpen() == openBefore + 1);
        try (var lines = new BufferedReader(new InputStreamReader(response.body()))) {
            long started = System.nanoTime();
            // Ordinary calls end after two seconds here.
            while (System.nanoTime() - started < Duration.ofSeconds(3).toNanos()) {
                String tick = UUID.randomUUID().toString();
                notification.tick(tick);
                assertThat(lines.readLine()).isEqualTo("data: " + tick);
                assertThat(lines.readLine()).isEmpty();
            }
        }
        Awaitility.await().until(() -> notification.streamsClosed() == closedBefore + 1);
    }

    @Test
    @DisplayName("an event stream is one whatever its caller says in Accept, and nothing else becomes one by that")
    void acceptDecidesNothing() throws Exception {
        StubService notification = surroundings.service("notification");
        int closedBefore = notification.streamsClosed();
        for (String accept : new String[] {"*/*", "Text/Event-Stream;q=0.9, application/json", "text/html"}) {
            HttpResponse<InputStream> response = Caller.CLIENT.send(
                    Caller.request(STREAM, request -> authorized(request).header("Accept", accept)),
                    BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body()))) {
                // Ordinary calls end after two seconds here.
                Awaitility.await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
                notification.tick("late");
                assertThat(lines.readLine()).as(accept).isEqualTo("data: late");
            }
        }
        Awaitility.await().until(() -> notification.streamsClosed() == closedBefore + 3);

        var slow = Caller.call(
                "/api/v1/requests/slow", request -> authorized(request).header("Accept", "text/event-stream"));
        assertThat(slow.statusCode()).isEqualTo(504);
    }

    @Test
    @DisplayName("a body that comes too slowly is 408, and its service is not taken for one that fails")
    void slowBody() throws Exception {
        String head = "POST /api/v1/passbooks HTTP/1.1\nHost: a\nAccept-Language: en\nAuthorization: Bearer "
                + surroundings.issuer().token() + "\nContent-Length: 60000\n\nhello";
        // As many as open a breaker here, and one more.
        List<Future<String>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                answers.add(callers.submit(() -> Caller.wire(head, Duration.ofSeconds(5))));
            }
        }
        for (Future<String> answer : answers) {
            assertThat(answer.get()).startsWith("HTTP/1.1 408").contains("body-too-slow", "within 1 seconds");
        }

        assertThat(Caller.call("/api/v1/passbooks", this::authorized).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("an event stream ends a little after its token")
    void streamEndsWithItsToken() throws Exception {
        String token = surroundings.issuer().token(claims -> claims.setExpirationTime(NumericDate.now()));

        long started = System.nanoTime();
        HttpResponse<InputStream> response = openStream(token);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    @DisplayName("a body within its limit passes in both framings, one byte more is 413 in both")
    void bodyLimit() throws Exception {
        assertBody("/api/v1/requests", 64 * 1024, 200);
        assertBody("/api/v1/requests", 64 * 1024 + 1, 413);
        assertBody("/api/v1/divisions/import", 256 * 1024, 200);
        assertBody("/api/v1/divisions/import", 256 * 1024 + 1, 413);
        assertBody("/api/v1/divisions/imported", 256 * 1024, 413);
    }

    private void assertBody(String path, int bytes, int status) throws Exception {
        byte[] body = new byte[bytes];
        for (var publisher : new HttpRequest.BodyPublisher[] {
            BodyPublishers.ofByteArray(body), BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body))
        }) {
            var response = Caller.call(path, request -> authorized(request).POST(publisher));
            assertThat(response.statusCode())
                    .as("%d bytes, length %d", bytes, publisher.contentLength())
                    .isEqualTo(status);
            JsonObject answer = Caller.json(response);
            if (status == 200) {
                assertThat(answer.getInteger("bytes")).isEqualTo(bytes);
            } else {
                assertThat(answer.getString("code")).isEqualTo("body-too-large");
                assertThat(answer.getString("detail")).containsPattern("65536|262144");
            }
        }
    }

    @Test
    @DisplayName("who waits for permission to send a body gets it when the body may come, and a refusal when not")
    void expectContinue() throws Exception {
        String head = "POST /api/v1/requests HTTP/1.1\nHost: a\nExpect: 100-continue\nAuthorization: Bearer "
                + surroundings.issuer().token() + "\nContent-Length: ";

        assertThat(Caller.wire(head + "2\n\n{}")).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200");
        assertThat(Caller.wire(head + "9999999\n\n")).startsWith("HTTP/1.1 413");
    }

    @Test
    @DisplayName("a service that does not answer in time is 504, and the caller knows that nothing is known")
    void timeOut() {
        var response = Caller.call(
                "/api/v1/requests/slow", request -> authorized(request).header("Accept-Language", "en"));

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(Caller.json(response).getString("code")).isEqualTo("time-out");
        assertThat(Caller.json(response).getString("detail")).contains("2 seconds", "Idempotency-Key");
    }

    @Test
    @DisplayName("a service that is away is 503 with Retry-After, its health is named, and it is used again when back")
    void serviceAwayAndBack() {
        StubService points = surroundings.service("points");
        assertThat(Caller.call("/api/v1/passbooks", this::authorized).statusCode())
                .isEqualTo(200);

        points.stop();
        try {
            var response = Caller.call("/api/v1/passbooks", this::authorized);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(Caller.json(response).getString("code")).isEqualTo("service-unavailable");
            assertThat(Caller.call("/api/v1/requests", this::authorized).statusCode())
                    .isEqualTo(200);
            Awaitility.await().untilAsserted(() -> {
                var health = Caller.call("/q/health/ready", request -> request);
                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(health.body()).contains("\"points\": \"away\"", "degraded", "\"activity\": \"ready\"");
            });
        } finally {
            points.start();
        }
        assertThat(Caller.call("/api/v1/passbooks", this::authorized).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a service that dies before its answer is 502, one that dies within it is a broken connection")
    void serviceDies() throws Exception {
        var before = Caller.call("/api/v1/requests/dies", this::authorized);
        assertThat(before.statusCode()).isEqualTo(502);
        assertThat(Caller.json(before).getString("code")).isEqualTo("service-broke-off");

        for (String path : new String[] {"half", "half-of-length"}) {
            assertThatThrownBy(() -> Caller.CLIENT.send(
                            Caller.request("/api/v1/requests/" + path, this::authorized), BodyHandlers.ofString()))
                    .as(path)
                    .isInstanceOf(IOException.class);
        }
    }

    private HttpResponse<InputStream> openStream(String token) throws IOException, InterruptedException {
        return Caller.CLIENT.send(
                Caller.request(
                        STREAM,
                        request -> request.header("Authorization", "Bearer " + token)
                                .header("Accept", "text/event-stream")),
                BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + surroundings.issuer().token());
    }
}
