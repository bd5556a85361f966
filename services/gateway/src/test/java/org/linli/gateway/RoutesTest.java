package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("What reaches a service, and how")
class RoutesTest {

    Surroundings surroundings;

    @ParameterizedTest
    @CsvSource({
        "divisions/530103000000,registration",
        "me,registration",
        "requests/1/acceptance?x=1,activity",
        "activities/1/session-series,activity",
        "sessions?free=true,activity",
        "session-series/1/revisions,activity",
        "activity-templates,activity",
        "activity-categories/HAIRCUTS,activity",
        "calendar-feeds,activity",
        "projects/1/claims,activity",
        "project-claims/1,activity",
        "passbooks,points",
        "inbox,notification",
        "channel-addresses/email/code,notification",
        "notification-preferences,notification",
        "deliveries,notification",
        "message-templates/redemption-held/preview,notification",
        "operations/points/dead-letters,points",
        "statistics/volunteers/by-division?division=1,registration",
        "statistics/service/by-division?division=1,activity",
        "service-record-imports,activity",
        "wards,registration",
        "pairings/1/end,registration",
        "star-ratings,registration",
        "badges,points",
        "badge-rules,points",
        "events,notification"
    })
    @DisplayName("each resource goes to the service that owns it, with path and query unchanged")
    void resourceGoesToItsOwner(String resource, String service) {
        var response = Caller.get("/api/v1/" + resource, surroundings.issuer().token());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).getString("service")).isEqualTo(service);
        assertThat(Caller.json(response).getString("uri")).isEqualTo("/api/v1/" + resource);
    }

    @Test
    @DisplayName("what an event's dataschema leads to is read without a sign-in, and only read")
    void schemasNeedNoSignIn() {
        var schema = Caller.call("/schemas/linli.activity.request.submitted.v1.json", request -> request);
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(Caller.json(schema).getString("service")).isEqualTo("notification");
        assertThat(Caller.call("/schemas/x.json", request -> request.DELETE()).statusCode())
                .isEqualTo(405);
        assertThat(Caller.call("/api/v1/events", request -> request).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("credentials of badges are checked without a sign-in, and nothing beside them is open")
    void openBadgesNeedNoSignIn() {
        var open = Caller.call("/open-badges/jwks.json", request -> request);
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(Caller.json(open).getString("service")).isEqualTo("points");
        assertThat(Caller.json(open).getString("uri")).isEqualTo("/open-badges/jwks.json");

        assertThat(Caller.call("/open-badges", request -> request).statusCode()).isEqualTo(404);
        assertThat(Caller.call("/open-badges/../api/v1/badges", request -> request)
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(Caller.call("/api/v1/badges", request -> request).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start",
                "/api/v1",
                "/api/v1/",
                "/api/v1/secrets",
                "/api/v1/operations/other",
                "/api/v1/statistics",
                "/api/v1/statistics/other",
                "/api/v2/requests",
                "/q/metrics",
                "/q/info",
                "/q/openapi",
                "/q/dev-ui",
                "/q/health/group/x",
                "/openapi-ui/index.html",
                "/docs/other.js"
            })
    @DisplayName("what is not in the table does not exist, signed in or not")
    void whatIsNotInTheTableDoesNotExist(String path) {
        var response = Caller.get(path, surroundings.issuer().token());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Caller.json(response).getString("code")).isEqualTo("not-found");
    }

    @Test
    @DisplayName("a path that leaves the API by dots or encoded slashes is refused and reaches nobody")
    void pathThatLeavesTheApiIsRefused() throws Exception {
        int before = surroundings.service("activity").received();
        for (String path : new String[] {
            "/api/v1/requests/../../../q/metrics",
            "/api/v1/requests/%2e%2e/%2e%2e/q",
            "/api/v1/requests/..%2f..%2fq",
            "/api/v1/requests/.%2e/x",
            "/api/v1/requests/a%00b",
            "/api/v1/requests/;/../q",
            "http://elsewhere/api/v1/requests/../q"
        }) {
            String answer = Caller.wire("GET " + path + " HTTP/1.1\nHost: a\nAuthorization: Bearer "
                    + surroundings.issuer().token() + "\n\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"");
        }
        assertThat(surroundings.service("activity").received()).isEqualTo(before);
    }

    @Test
    @DisplayName("a target with characters that no address has is refused by the server itself")
    void targetWithForeignCharactersIsRefused() throws Exception {
        for (String path : new String[] {
            "/api/v1/requests\\..\\q", "/api/v1/requests/%zz", "/api/v1/divisions?name=\u00e7\u009b\u0098"
        }) {
            assertThat(Caller.wire("GET " + path + " HTTP/1.1\nHost: a\n\n")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    @DisplayName("a service hears about the caller from us only")
    void serviceHearsAboutTheCallerFromUsOnly() {
        var response = Caller.call(
                "/api/v1/requests",
                request -> request.header(
                                "Authorization",
                                "Bearer " + surroundings.issuer().token())
                        .header("X-Forwarded-User", "mayor")
                        .header("X-Forwarded-For", "9.9.9.9")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Linli-Roles", "OPERATOR")
                        .header("X-Original-URL", "/q/metrics")
                        .header("Forwarded", "for=9.9.9.9")
                        .header("Cookie", "session=1")
                        .header("TE", "trailers")
                        .header("Idempotency-Key", "key-1"));

        JsonObject headers = Caller.json(response).getJsonObject("headers");
        assertThat(headers.fieldNames())
                .contains("authorization", "idempotency-key")
                .doesNotContain("x-forwarded-user", "x-linli-roles", "x-original-url", "forwarded", "cookie", "te");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + Caller.port());
    }

    @Test
    @DisplayName("a header that the caller declares to be for one hop is not passed on, the length of a body is")
    void headersNamedInConnectionAreDropped() throws Exception {
        String answer = Caller.wire("POST /api/v1/requests HTTP/1.1\nHost: a\nAuthorization: Bearer "
                + surroundings.issuer().token()
                + "\nConnection: Accept-Language, Content-Length\nAccept-Language: en\nContent-Length: 2\n\n{}");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"bytes\":2").doesNotContain("accept-language");
    }

    @Test
    @DisplayName("a sane request id is kept, another one is replaced; either is sent on and returned")
    void requestIds() {
        String token = "Bearer " + surroundings.issuer().token();
        var kept = Caller.call(
                "/api/v1/requests",
                request -> request.header("Authorization", token).header("X-Request-Id", "till-7.2026_1"));
        var replaced = Caller.call(
                "/api/v1/requests",
                request -> request.header("Authorization", token).header("X-Request-Id", "a b{}\"<script>"));

        assertThat(kept.headers().firstValue("X-Request-Id")).hasValue("till-7.2026_1");
        assertThat(Caller.json(kept).getJsonObject("headers").getString("x-request-id"))
                .isEqualTo("till-7.2026_1");
        String made = replaced.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(made).matches("[0-9a-f-]{36}");
        assertThat(Caller.json(replaced).getJsonObject("headers").getString("x-request-id"))
                .isEqualTo(made);
    }

    @Test
    @DisplayName("a readable trace goes on unchanged, an unreadable one is replaced by a new trace")
    void traceContext() {
        String token = "Bearer " + surroundings.issuer().token();
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var kept = Caller.call(
                "/api/v1/requests",
                request -> request.header("Authorization", token).header("traceparent", trace));
        var begun = Caller.call(
                "/api/v1/requests",
                request -> request.header("Authorization", token)
                        .header("traceparent", "00-000-1")
                        .header("tracestate", "a=b"));

        assertThat(Caller.json(kept).getJsonObject("headers").getString("traceparent"))
                .isEqualTo(trace);
        assertThat(Caller.json(begun).getJsonObject("headers").getString("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Caller.json(begun).getJsonObject("headers").containsKey("tracestate"))
                .isFalse();
    }

    @Test
    @DisplayName("every answer carries the security headers once, and a service's own caching but nothing weaker")
    void securityHeaders() {
        String token = surroundings.issuer().token();
        var plain = Caller.get("/api/v1/requests", token).headers();
        var dressed = Caller.get("/api/v1/requests/dressed", token).headers();

        for (var headers : new java.net.http.HttpHeaders[] {plain, dressed}) {
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
        assertThat(plain.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(dressed.allValues("Cache-Control")).containsExactly("max-age=60");
        assertThat(dressed.firstValue("X-Inner")).isEmpty();
    }

    @Test
    @DisplayName("a listed origin may call from a browser, another one may not")
    void crossOrigin() {
        var listed = Caller.call("/api/v1/requests", request -> preflight(request, "https://portal.example"));
        var stranger = Caller.call("/api/v1/requests", request -> preflight(request, "https://evil.example"));
        var refused = Caller.call("/api/v1/requests", request -> request.header("Origin", "https://portal.example"));

        assertThat(listed.statusCode()).isEqualTo(204);
        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
        assertThat(listed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "Idempotency-Key");
        assertThat(stranger.statusCode()).isEqualTo(405);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
    }

    @Test
    @DisplayName("answers without a body keep their form, and a HEAD gets the head only")
    void answersWithoutBody() throws Exception {
        String head = " HTTP/1.1\nHost: a\nAuthorization: Bearer "
                + surroundings.issuer().token() + "\n\n";

        assertThat(Caller.wire("GET /api/v1/requests/empty" + head))
                .startsWith("HTTP/1.1 204")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n[open]");
        assertThat(Caller.wire("GET /api/v1/requests/unchanged" + head))
                .startsWith("HTTP/1.1 304")
                .contains("\"7\"")
                .endsWith("\r\n\r\n[open]");
        assertThat(Caller.wire("HEAD /api/v1/requests" + head))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n[open]");
    }

    @Test
    @DisplayName("a refusal is in the caller's language and names the request")
    void refusalIsInTheCallersLanguage() {
        var chinese = Caller.call("/api/v1/requests", request -> request.header("X-Request-Id", "request-1"));
        var english = Caller.call(
                "/api/v1/requests",
                request -> request.header("Accept-Language", "en-GB,zh;q=0.5").POST(BodyPublishers.ofString("{}")));

        assertThat(Caller.json(chinese))
                .isEqualTo(new JsonObject()
                        .put("type", "urn:linli:problem:token-missing")
                        .put("title", "请先登录")
                        .put("status", 401)
                        .put("code", "token-missing")
                        .put("detail", "请求缺少令牌，请登录后在 Authorization 中以 Bearer 方式提供。")
                        .put("instance", "urn:linli:request:request-1"));
        assertThat(chinese.headers().firstValue("Content-Language")).hasValue("zh-CN");
        assertThat(Caller.json(english).getString("title")).isEqualTo("Please sign in");
        assertThat(english.headers().firstValue("Content-Language")).hasValue("en");
    }

    private static Builder preflight(Builder request, String origin) {
        return request.method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST");
    }
}
