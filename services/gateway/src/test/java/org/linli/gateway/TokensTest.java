package org.linli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@DisplayName("Who is let through")
class TokensTest {

    Surroundings surroundings;

    @Test
    @DisplayName("a token of the issuer is let through, again and again, and reaches the service")
    void goodTokenPasses() {
        String token = surroundings.issuer().token();

        for (int i = 0; i < 3; i++) {
            var response = Caller.get("/api/v1/requests", token);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Caller.json(response).getJsonObject("headers").getString("authorization"))
                    .isEqualTo("Bearer " + token);
        }
    }

    @Test
    @DisplayName("without a token only health, OpenAPI and its page answer, and calendars")
    void anonymousGetsLittle() {
        assertRefused(Caller.call("/api/v1/requests", request -> request), "token-missing", "Bearer realm=\"linli\"");
        assertThat(Caller.call("/q/health/live", request -> request).statusCode())
                .isEqualTo(200);
        assertThat(Caller.call("/openapi", request -> request).statusCode()).isEqualTo(200);
        assertThat(Caller.call("/docs", request -> request).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("without a token the secret address of a calendar is read, and only read")
    void calendarsAreReadWithoutToken() {
        var response = Caller.call("/calendars/secret.ics", request -> request);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).getString("service")).isEqualTo("activity");
        assertThat(Caller.json(response).getString("uri")).isEqualTo("/calendars/secret.ics");
        var written = Caller.call(
                "/calendars/secret.ics", request -> request.POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(written.statusCode()).isEqualTo(405);
        // no way around the token: what looks like one is not passed on as another path
        assertThat(Caller.call("/calendars/../api/v1/requests", request -> request)
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    @DisplayName("what is not a bearer token is refused")
    void otherSchemesAreRefused() {
        for (String value : new String[] {"Basic YTpi", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "x"}) {
            var response = Caller.call("/api/v1/requests", request -> request.header("Authorization", value));
            assertInvalid(response);
        }
    }

    @Test
    @DisplayName("two Authorization headers are refused")
    void twoTokensAreRefused() {
        var response = Caller.call(
                "/api/v1/requests",
                request -> request.header(
                                "Authorization",
                                "Bearer " + surroundings.issuer().token())
                        .header("Authorization", "Bearer x"));

        assertInvalid(response);
    }

    @Test
    @DisplayName("forged, unsigned, confused and changed tokens are refused")
    void forgeriesAreRefused() {
        StubIssuer issuer = surroundings.issuer();
        String[] parts = issuer.token().split("\\.");
        String changed = new String(Base64.getUrlDecoder().decode(parts[1])).replace("\"sub\":\"", "\"sub\":\"x");
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes());

        assertInvalid(Caller.get("/api/v1/requests", issuer.forged()));
        assertInvalid(Caller.get("/api/v1/requests", issuer.ofUnknownKey()));
        assertInvalid(Caller.get("/api/v1/requests", issuer.unsigned()));
        assertInvalid(Caller.get("/api/v1/requests", issuer.confused()));
        assertInvalid(Caller.get("/api/v1/requests", issuer.withItsOwnKey()));
        assertInvalid(Caller.get("/api/v1/requests", parts[0] + "." + payload + "." + parts[2]));
    }

    @Test
    @DisplayName("an expired token is told so; one of another issuer, from the future or without an end is invalid")
    void claimsAreChecked() {
        StubIssuer issuer = surroundings.issuer();
        String expired = issuer.token(claims -> claims.setExpirationTime(secondsFromNow(-60)));

        assertRefused(
                Caller.get("/api/v1/requests", expired),
                "token-expired",
                "Bearer realm=\"linli\", error=\"invalid_token\", error_description=\"The token has expired\"");
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(claims -> claims.setIssuer("http://elsewhere"))));
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(claims -> claims.setNotBefore(secondsFromNow(60)))));
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(TokensTest::withoutEnd)));
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(claims -> claims.unsetClaim("sub"))));
    }

    @Test
    @DisplayName("a token that is meant for another service, as one that only tells who signed in, is refused")
    void tokensForOthersAreRefused() {
        StubIssuer issuer = surroundings.issuer();
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(claims -> claims.setAudience("portal"))));
        assertInvalid(Caller.get("/api/v1/requests", issuer.token(claims -> claims.unsetClaim("aud"))));
    }

    @Test
    @DisplayName("a remembered token is refused once it has ended")
    void rememberedTokenEnds() {
        // 5 s of clock skew are allowed to a signature that is computed, none to one that is remembered.
        String token = surroundings.issuer().token(claims -> claims.setExpirationTime(secondsFromNow(2)));
        assertThat(Caller.get("/api/v1/requests", token).statusCode()).isEqualTo(200);

        Awaitility.await()
                .untilAsserted(() -> assertThat(Caller.json(Caller.get("/api/v1/requests", token))
                                .getString("code"))
                        .isEqualTo("token-expired"));
    }

    @Test
    @DisplayName("after a change of keys new tokens pass at once, old ones no longer do, and strangers cause no storm")
    void keysChange() {
        StubIssuer issuer = surroundings.issuer();
        String old = issuer.token();
        assertThat(Caller.get("/api/v1/requests", old).statusCode()).isEqualTo(200);

        issuer.changeKey();

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                Caller.get("/api/v1/requests", issuer.token()).statusCode())
                        .isEqualTo(200));
        assertInvalid(Caller.get("/api/v1/requests", old));
        int before = issuer.keysAsked();
        long started = System.nanoTime();
        String stranger = issuer.ofUnknownKey();
        for (int i = 0; i < 50; i++) {
            assertInvalid(Caller.get("/api/v1/requests", stranger));
        }
        long intervals = (System.nanoTime() - started) / 100_000_000L;
        assertThat(issuer.keysAsked() - before).isLessThanOrEqualTo((int) intervals + 1);
    }

    private static void withoutEnd(JwtClaims claims) {
        claims.unsetClaim("exp");
    }

    private static NumericDate secondsFromNow(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static void assertInvalid(HttpResponse<String> response) {
        assertRefused(response, "token-invalid", "Bearer realm=\"linli\", error=\"invalid_token\"");
    }

    private static void assertRefused(HttpResponse<String> response, String code, String challenge) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Caller.json(response).getString("code")).isEqualTo(code);
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
    }
}
