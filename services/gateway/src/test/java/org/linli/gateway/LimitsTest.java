package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("What one client may take")
class LimitsTest {

    /** As many writing calls as come at once (application.properties), and some that come into the bucket meanwhile. */
    private static final int MORE_THAN_ALLOWED = 400;

    /** Places for calls without a sign-in (linli.gateway.limits.together). */
    private static final int HALF_OF_PLACES = 20;

    Surroundings surroundings;

    @Test
    @DisplayName("ends with 429 and the time to wait; others, and other kinds of calls, are not concerned")
    void writingTooMuch() {
        String token = surroundings.issuer().token();
        HttpResponse<String> first = post("/api/v1/requests", token);
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"write\";q=150;w=30");
        assertThat(first.headers().firstValue("RateLimit").orElse("")).startsWith("\"write\";r=149;t=");

        HttpResponse<String> refused = IntStream.range(0, MORE_THAN_ALLOWED)
                .mapToObj(i -> post("/api/v1/requests", token))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(Caller.json(refused).getString("code")).isEqualTo("too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(Caller.get("/api/v1/requests", token).statusCode()).isEqualTo(200);
        assertThat(post("/api/v1/requests", surroundings.issuer().token()).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "a service that keeps failing is left alone for a moment, others are not, and it is found when it is back")
    void failingService() {
        String token = surroundings.issuer().token();
        StubService notification = surroundings.service("notification");
        for (int i = 0; i < 5; i++) {
            assertThat(Caller.get("/api/v1/inbox/dies", token).statusCode()).isEqualTo(502);
        }
        int received = notification.received();

        HttpResponse<String> refused = Caller.get("/api/v1/inbox/well", token);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Caller.json(refused).getString("code")).isEqualTo("service-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(notification.received()).isEqualTo(received);
        assertThat(Caller.get("/api/v1/passbooks", token).statusCode()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(Caller.get("/api/v1/inbox/well", token).statusCode()).isEqualTo(200));
        assertThat(Caller.get("/api/v1/inbox/well", token).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("when too many calls are under way, one more is turned away at once with 503, and later there is room")
    void tooManyTogether() {
        String token = surroundings.issuer().token();
        List<CompletableFuture<HttpResponse<String>>> slow = IntStream.range(0, 120)
                .mapToObj(i -> Caller.CLIENT.sendAsync(
                        Caller.request(
                                "/api/v1/passbooks/slow",
                                request -> request.header("Authorization", "Bearer " + token)),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();

        List<HttpResponse<String>> answers =
                slow.stream().map(CompletableFuture::join).toList();

        List<HttpResponse<String>> turnedAway = answers.stream()
                .filter(response -> response.statusCode() == 503)
                .filter(response -> Caller.json(response).getString("code").equals("overloaded"))
                .toList();
        assertThat(turnedAway).hasSizeBetween(1, 80);
        assertThat(turnedAway.getFirst().headers().firstValue("Retry-After")).isPresent();
        await().untilAsserted(() ->
                assertThat(Caller.get("/api/v1/passbooks", token).statusCode()).isEqualTo(200));
    }

    @Test
    @DisplayName("calls without a sign-in never take all places")
    void openCallsTogether() {
        String token = surroundings.issuer().token();
        List<CompletableFuture<HttpResponse<String>>> open = IntStream.range(0, 60)
                .mapToObj(i -> Caller.CLIENT.sendAsync(
                        Caller.request("/calendars/slow", request -> request), HttpResponse.BodyHandlers.ofString()))
                .toList();

        await().until(() -> open.stream().filter(CompletableFuture::isDone).count() >= 60 - HALF_OF_PLACES);
        assertThat(Caller.get("/api/v1/passbooks", token).statusCode()).isEqualTo(200);

        List<HttpResponse<String>> answers =
                open.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 504).count())
                .isLessThanOrEqualTo(HALF_OF_PLACES);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 503)
                        .map(answer -> Caller.json(answer).getString("code")))
                .isNotEmpty()
                .containsOnly("overloaded");
        await().untilAsserted(() ->
                assertThat(Caller.get("/api/v1/requests", token).statusCode()).isEqualTo(200));
    }

    private static HttpResponse<String> post(String path, String token) {
        return Caller.call(
                path,
                request -> request.header("Authorization", "Bearer " + token).POST(BodyPublishers.ofString("{}")));
    }
}
