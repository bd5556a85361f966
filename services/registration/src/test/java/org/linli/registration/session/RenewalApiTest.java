package org.linli.registration.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Renewals of sessions between gateways")
class RenewalApiTest {
    private static final String OUTCOME = "c2VhbGVk-_";

    Surroundings surroundings;

    @Inject
    RenewalResource resource;

    private final String name = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");

    @Test
    void oneOfThoseWhoAskGoesOnAndTheOthersAreToldWhatCameOfIt() {
        String claim = claim().body("outcome", nullValue()).extract().path("claim");
        claim().body("$", anEmptyMap());

        tell("outcome", Map.of("claim", UUID.randomUUID(), "outcome", "foreign", "seconds", 60));
        claim().body("$", anEmptyMap());
        tell("outcome", Map.of("claim", claim, "outcome", OUTCOME, "seconds", 60));

        claim().body("claim", nullValue()).body("outcome", is(OUTCOME));
        tell("release", Map.of("claim", claim));
        claim().body("outcome", is(OUTCOME));
    }

    @Test
    void whoeverGivesTheirTurnBackOrIsGoneForTooLongHandsItOn() {
        String first = claim().extract().path("claim");
        tell("release", Map.of("claim", UUID.randomUUID()));
        claim().body("$", anEmptyMap());
        tell("release", Map.of("claim", first));
        String second = claim().body("claim", notNullValue()).extract().path("claim");

        later("claimed_until");

        claim().body("claim", notNullValue());
        tell("outcome", Map.of("claim", second, "outcome", OUTCOME, "seconds", 60));
        claim().body("$", anEmptyMap());
    }

    @Test
    void theTurnLastsLongerThanAnIssuerMayTakeAndWhoHasItMayAskAgain() {
        UUID claim = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            post("claim", Map.of("claim", claim)).statusCode(200).body("claim", is(claim.toString()));
        }

        assertThat(surroundings
                        .database()
                        .query(
                                "select 1 from session_renewal where token_hash = ?"
                                        + " and claimed_until > clock_timestamp() + interval '80 seconds'"
                                        + " and forget_at > claimed_until",
                                bytes()))
                .hasSize(1);
    }

    @Test
    void whatCameLateOrWithoutATurnIsKeptToo() {
        UUID claim = UUID.randomUUID();
        tell("outcome", Map.of("claim", claim, "outcome", OUTCOME, "seconds", 900));
        tell("outcome", Map.of("claim", UUID.randomUUID(), "outcome", "foreign", "seconds", 900));
        claim().body("outcome", is(OUTCOME));

        later("claimed_until");

        claim().body("claim", nullValue()).body("outcome", is(OUTCOME));
    }

    @Test
    void anOutcomeIsForgottenAfterItsTime() {
        String claim = claim().extract().path("claim");
        tell("outcome", Map.of("claim", claim, "outcome", OUTCOME, "seconds", 1));
        later("forget_at");

        claim().body("claim", notNullValue()).body("outcome", nullValue());

        later("forget_at");
        resource.forgetOldOnes().await().indefinitely();
        assertThat(surroundings.database().query("select 1 from session_renewal where token_hash = ?", bytes()))
                .isEmpty();
    }

    @Test
    void whatIsNoHashOrNoOutcomeIsRefused() {
        for (String bad : new String[] {"x", name.substring(1), name.toUpperCase() + "G"}) {
            given().contentType("application/json")
                    .body(Map.of("claim", UUID.randomUUID()))
                    .post("/gateway/renewals/" + bad + "/claim")
                    .then()
                    .statusCode(400);
        }
        Map<String, Object> good = Map.of("claim", UUID.randomUUID(), "outcome", OUTCOME, "seconds", 60);
        for (Map.Entry<String, Object> bad : Map.<String, Object>of(
                        "outcome", "x".repeat(20_000), "seconds", 3_600, "claim", "none")
                .entrySet()) {
            Map<String, Object> body = new java.util.HashMap<>(good);
            body.put(bad.getKey(), bad.getValue());
            post("outcome", body).statusCode(400);
        }
        for (String what : new String[] {"claim", "release"}) {
            post(what, Map.of()).statusCode(400);
        }
    }

    private ValidatableResponse claim() {
        return post("claim", Map.of("claim", UUID.randomUUID())).statusCode(200);
    }

    private void tell(String what, Map<String, Object> body) {
        post(what, body).statusCode(204);
    }

    private ValidatableResponse post(String what, Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/gateway/renewals/" + name + "/" + what)
                .then();
    }

    /** As if that moment were over. */
    private void later(String moment) {
        surroundings
                .database()
                .execute(
                        "update session_renewal set " + moment + " = clock_timestamp() - interval '1 second'"
                                + " where token_hash = ?",
                        bytes());
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(name);
    }
}
