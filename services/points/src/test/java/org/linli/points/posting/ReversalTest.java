package org.linli.points.posting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;
import org.linli.points.ledger.Posting;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Taking a posting back")
class ReversalTest {
    Surroundings surroundings;
    Town town;
    Town.Person volunteer;
    UUID posting;

    @BeforeEach
    void anHourPosted() {
        town = new Town(surroundings);
        volunteer = town.volunteer();
        ServiceRecordState hours = town.hours(volunteer.id(), 60, LocalDate.of(2026, 5, 1));
        town.tell(town.confirmed(hours));
        town.awaitBalance(volunteer.id(), 100);
        posting = Posting.idOf(hours.recordId(), "service-hours", 0);
    }

    @Test
    void theDistrictTakesBackByANewPostingAndItIsOnRecord() {
        String back = reverse(town.official(Role.DISTRICT_ADMINISTRATOR))
                .statusCode(201)
                .body("kind", equalTo("REVERSED"))
                .body("amount", equalTo(100))
                .body("reverses", equalTo(posting.toString()))
                .extract()
                .header("Location");
        assertThat(town.balance(volunteer.id())).isZero();
        given().auth().oauth2(volunteer.token()).get(back).then().statusCode(200);
        given().auth()
                .oauth2(volunteer.token())
                .get("/api/v1/postings/" + posting)
                .then()
                .statusCode(200)
                .body("reversed", equalTo(true));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from audit where action = 'posting.reversed' and subject = ?",
                                posting.toString()))
                .isOne();
    }

    @Test
    void twentyAtOnceTakeItBackOnce() {
        String administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(call -> reverse(administrator).extract().statusCode())
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        assertThat(town.balance(volunteer.id())).isZero();
    }

    @Test
    void aReversalCannotBeTakenBackItself() {
        String administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        posting = reverse(administrator).extract().jsonPath().getUUID("id");
        reverse(administrator).statusCode(409).body("code", equalTo("posting-not-reversible"));
    }

    @Test
    void whoMaySeeButNotCorrectIsToldSoAndOthersSeeNothing() {
        reverse(volunteer.token()).statusCode(403);
        reverse(town.official(Role.STATION_COORDINATOR)).statusCode(403);
        reverse(town.official(Role.AUDITOR)).statusCode(403);
        reverse(new Town(surroundings).official(Role.DISTRICT_ADMINISTRATOR)).statusCode(404);
        assertThat(town.balance(volunteer.id())).isEqualTo(100);
    }

    @Test
    void theAnswerIsGivenAgainOnlyWhileTheRightHolds() {
        String administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        String key = UUID.randomUUID().toString();
        reverse(administrator, key).statusCode(201);
        reverse(administrator, key).statusCode(201).header("Idempotency-Replayed", equalTo("true"));

        surroundings.database().execute("update grant_copy set revoked_at = now() where division = ?", town.district());

        reverse(administrator, key).statusCode(409).body("code", equalTo("answer-withheld"));
    }

    private ValidatableResponse reverse(String token) {
        return reverse(token, UUID.randomUUID().toString());
    }

    private ValidatableResponse reverse(String token, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("reason", "记错了人"))
                .post("/api/v1/postings/" + posting + "/reversal")
                .then();
    }
}
