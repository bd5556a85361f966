package org.linli.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.event.EventCodec;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The live feed of a district")
class FeedStreamTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    Surroundings surroundings;

    @Test
    @DisplayName("brings what was missed and what happens, once and in order, behind Last-Event-ID")
    void bringsWhatWasMissedAndWhatHappens() throws Exception {
        District district = new District(surroundings);
        IntStream.range(0, 250).forEach(n -> district.requestIsSubmitted());
        district.awaitEvents(250);
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient client = open(district, new FeedCursor(district.digits(), 2), lines)) {
            await().atMost(SOON).until(() -> numbers(lines).size() == 248);
            district.requestIsSubmitted();
            await().atMost(SOON).until(() -> numbers(lines).size() == 249);
            assertThat(numbers(lines)).isSorted().doesNotHaveDuplicates().endsWith(251L);
            String last = lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((one, other) -> other)
                    .orElseThrow();
            assertThat(last.substring(3).trim()).isEqualTo(new FeedCursor(district.digits(), 251).text());
            client.shutdownNow();
        }
    }

    @Test
    @DisplayName("is refused like any other call where it cannot begin")
    void isRefusedLikeAnyOtherCall() {
        District district = new District(surroundings);
        district.calls()
                .header("Last-Event-ID", new FeedCursor(district.digits(), 9).text())
                .get("/api/v1/events/stream")
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-gone"));
        district.calls()
                .header("Last-Event-ID", "nonsense")
                .get("/api/v1/events/stream")
                .then()
                .statusCode(400)
                .body("field", equalTo("after"));
    }

    private static HttpClient open(District district, FeedCursor lastEvent, List<String> lines) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/events/stream"))
                .header("Authorization", "Bearer " + district.token())
                .header("Last-Event-ID", lastEvent.text())
                .build();
        Stream<String> answer = client.send(request, BodyHandlers.ofLines()).body();
        Thread.ofVirtual().start(() -> {
            try {
                answer.forEach(lines::add);
            } catch (RuntimeException closed) {
                // the test closed the client
            }
        });
        return client;
    }

    private static List<Long> numbers(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> number(line.substring(5)))
                .toList();
    }

    private static long number(String event) {
        try {
            return EventCodec.json().readTree(event).get("feedsequence").asLong();
        } catch (java.io.IOException broken) {
            throw new AssertionError(event, broken);
        }
    }
}
