package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("Devices and systems with an API key")
class KeysTest {

    private static final String ALLOWED = "/api/v1/requests";

    Surroundings surroundings;
    private StubRegistration registration;

    @BeforeEach
    void registrationKeepsTheKeys() {
        registration = surroundings.service("registration").registration();
    }

    @Test
    @DisplayName("reach services with a token of their own; the key stays here, and registration is asked once")
    void goodKey() {
        String key = registration.key();
        int before = registration.keysAsked();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = get(ALLOWED, key);
            assertThat(response.statusCode()).isEqualTo(200);
            JsonObject seen = Caller.json(response).getJsonObject("headers");
            assertThat(seen.getString("authorization")).startsWith("Bearer token-of-");
            assertThat(seen.encode()).doesNotContain(key);
        }
        assertThat(registration.keysAsked()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("do what the key was made for and nothing else")
    void otherCalls() {
        String key = registration.key();

        assertRefused(get("/api/v1/passbooks", key), 403, "not-for-this-key");
        assertRefused(
                Caller.call(ALLOWED, request -> request.header("X-API-Key", key).POST(BodyPublishers.ofString("{}"))),
                403,
                "not-for-this-key");
    }

    @Test
    @DisplayName("are refused with a key that nobody knows, with two, or with another credential beside it")
    void badKeys() {
        String key = registration.key();
        String token = surroundings.issuer().token();

        assertRefused(get(ALLOWED, "linli_x"), 401, "key-invalid");
        assertRefused(get(ALLOWED, "x".repeat(300)), 401, "key-invalid");
        assertRefused(
                Caller.call(ALLOWED, request -> request.header("X-API-Key", key).header("X-API-Key", key)),
                401,
                "key-invalid");
        assertRefused(
                Caller.call(
                        ALLOWED,
                        request -> request.header("X-API-Key", key).header("Authorization", "Bearer " + token)),
                401,
                "key-invalid");
    }

    @Test
    @DisplayName("are refused a moment after the key was revoked")
    void revokedKey() {
        String key = registration.key();
        assertThat(get(ALLOWED, key).statusCode()).isEqualTo(200);

        registration.revoke(key);

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(600))
                .untilAsserted(() -> assertRefused(get(ALLOWED, key), 401, "key-invalid"));
    }

    @Test
    @DisplayName("make as many calls as were agreed")
    void agreedRate() {
        String key = registration.key();
        for (int i = 0; i < 5; i++) {
            assertThat(get(ALLOWED, key).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> oneMore = get(ALLOWED, key);

        assertRefused(oneMore, 429, "too-many-requests");
        assertThat(oneMore.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(oneMore.headers().firstValue("RateLimit-Policy")).hasValue("\"key\";q=5;w=60");
    }

    private static HttpResponse<String> get(String path, String key) {
        return Caller.call(path, request -> request.header("X-API-Key", key));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.json(response).getString("code")).isEqualTo(code);
    }
}
