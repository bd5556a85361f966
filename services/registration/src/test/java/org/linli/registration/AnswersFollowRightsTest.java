package org.linli.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A kept answer is given again")
class AnswersFollowRightsTest {
    Surroundings surroundings;
    District district;
    Calls operator;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
        operator = Calls.by(surroundings.operatorToken());
    }

    @Test
    void untilTheRightWasRevokedAndThenOnlyThatItWasDone() {
        District.Account coordinator = district.somebody();
        UUID grant = district.give(coordinator.accountId(), Role.STATION_COORDINATOR, district.community());
        String path = "volunteers/" + district.pendingVolunteer().id() + "/verification";
        String key = UUID.randomUUID().toString();
        post(coordinator, path, key, null).statusCode(200).header("Idempotency-Replayed", nullValue());
        post(coordinator, path, key, null).statusCode(200).header("Idempotency-Replayed", is("true"));

        operator.post("role-grants/" + grant + "/revocation").then().statusCode(200);

        post(coordinator, path, key, null)
                .statusCode(409)
                .body("code", is("answer-withheld"))
                .body("realName", nullValue());
    }

    @Test
    void alsoToSomebodyWhoMayDoMoreSince() {
        District.Account somebody = district.somebody();
        String key = UUID.randomUUID().toString();
        Map<String, Object> form = district.registration();
        String first = post(somebody, "volunteers", key, form)
                .statusCode(201)
                .extract()
                .asString();
        district.give(somebody.accountId(), Role.GRID_OFFICER, district.community());

        post(somebody, "volunteers", key, form)
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body(is(first));
    }

    @Test
    void notToAVolunteerWhoWasSuspendedSince() {
        District.Registered volunteer = district.verifiedVolunteer();

        UUID team = operator.create(
                "teams",
                Map.of(
                        "kind",
                        "COMMUNITY",
                        "name",
                        "队" + UUID.randomUUID(),
                        "division",
                        district.community(),
                        "categories",
                        List.of("MEALS"),
                        "capacity",
                        20));
        String path = "teams/" + team + "/memberships";
        String key = UUID.randomUUID().toString();
        post(volunteer.account(), path, key, null).statusCode(201);

        operator.post("volunteers/" + volunteer.id() + "/suspension", Map.of("reason", "missed three times"))
                .then()
                .statusCode(200);

        post(volunteer.account(), path, key, null).statusCode(409).body("code", is("answer-withheld"));
    }

    private static ValidatableResponse post(District.Account by, String path, String key, Object body) {
        var request = given().auth().oauth2(by.token()).header("Idempotency-Key", key);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.post("/api/v1/" + path).then();
    }
}
