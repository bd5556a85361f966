package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LonelyGatewayTest.NobodyThere.class)
@DisplayName("A gateway with nobody around it")
class LonelyGatewayTest {

    /** Port 1 refuses at once. */
    public static final class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String nobody = "http://127.0.0.1:1";
            return Map.of(
                    "linli.gateway.tokens.issuer", nobody + "/linli",
                    "linli.gateway.services.registration", nobody,
                    "linli.gateway.services.activity", nobody,
                    "linli.gateway.services.points", nobody,
                    "linli.gateway.services.notification", nobody,
                    "linli.gateway.metrics-readers", "127.0.0.0/8");
        }
    }

    @Test
    @DisplayName("starts, is alive but not ready, and cannot judge a token")
    void startsButCannotJudge() {
        assertThat(Caller.call("/q/health/live", request -> request).statusCode())
                .isEqualTo(200);
        assertThat(Caller.call("/q/health/ready", request -> request).statusCode())
                .isEqualTo(503);
        var refused = Caller.get("/api/v1/requests", "a.b.c");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Caller.json(refused).getString("code")).isEqualTo("sign-in-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Caller.call("/api/v1/requests", request -> request).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("names the services that its OpenAPI lacks")
    void openApiIsPartial() {
        var api = Caller.json(Caller.call("/openapi", request -> request));

        assertThat(api.getJsonObject("info").getJsonArray("x-linli-missing").getList())
                .isEqualTo(java.util.List.of("registration", "activity", "points", "notification"));
        assertThat(api.getJsonObject("info").getString("description")).contains("Missing at the moment");
    }

    @Test
    @DisplayName("shows its metrics, by resource only, to the networks that may read them")
    void metrics() {
        Caller.call("/api/v1/requests/530103000000", request -> request);
        var metrics = Caller.call("/q/metrics", request -> request);

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("linli_gateway_calls").doesNotContain("530103000000");
    }
}
