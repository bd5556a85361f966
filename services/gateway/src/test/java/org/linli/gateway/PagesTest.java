package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("What the gateway tells about the API")
class PagesTest {

    Surroundings surroundings;

    @Test
    @DisplayName("one OpenAPI has the paths of all services, one server and the ways to sign in")
    void mergedOpenApi() {
        // A service may have been away in another test a moment ago.
        Awaitility.await()
                .untilAsserted(() -> assertThat(openApi().getJsonObject("info").getJsonArray("x-linli-missing"))
                        .isEmpty());
        JsonObject api = openApi();

        assertThat(api.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/volunteers", "/api/v1/requests", "/api/v1/passbooks", "/api/v1/inbox");
        assertThat(api.getJsonArray("servers")).isEqualTo(new JsonArray().add(new JsonObject().put("url", "/")));
        assertThat(api.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("bearer", "session", "key");
        assertThat(api.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .containsExactlyInAnyOrder(
                        "Problem", "Registration.Item", "Activity.Item", "Points.Item", "Notification.Item");
    }

    @Test
    @DisplayName("it comes as YAML to who asks for that")
    void yaml() {
        var response = Caller.call("/openapi", request -> request.header("Accept", "application/yaml"));

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(response.body()).contains("openapi: \"3.1.0\"");
    }

    @Test
    @DisplayName("the page to try it loads everything from here and runs no script in its text")
    void docs() {
        var page = Caller.call("/docs", request -> request);

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';", "connect-src 'self'");
        var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThanOrEqualTo(4);
        links.forEach(link -> assertThat(
                        Caller.call(link.group(1), request -> request).statusCode())
                .as(link.group(1))
                .isEqualTo(200));
        assertThat(page.body()).doesNotContainPattern("<script>|onload=|https?://");
    }

    @Test
    @DisplayName("a page is there to be read only")
    void pagesAreReadOnly() {
        for (String path : new String[] {"/docs", "/openapi", "/q/health"}) {
            var response = Caller.call(path, request -> request.POST(BodyPublishers.ofString("{}")));
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
    }

    @Test
    @DisplayName("health says that tokens can be checked and names every service")
    void health() {
        Awaitility.await().untilAsserted(() -> {
            var response = Caller.call("/q/health/ready", request -> request);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .contains("sign-in keys", "registration", "activity", "points", "notification", "all ready");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
    }

    private static JsonObject openApi() {
        return Caller.json(Caller.call("/openapi", request -> request));
    }
}
