package org.linli.registration.recipient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A recipient's one-time sign-in code over HTTP")
class SignInApiTest {
    Surroundings surroundings;
    District district;
    Calls operator;
    Enrolled recipient;

    @BeforeEach
    void aRecipient() {
        district = District.fresh(surroundings);
        operator = Calls.by(surroundings.operatorToken());
        recipient = Enrolled.fresh(district, operator);
    }

    @Test
    void redeemedItGivesTheRecipientTheOwnFileAndSaysWhoReadIt() {
        String code = recipient.code();
        District.Account account = district.somebody();
        Calls resident = Calls.by(account.token());
        recipient.coordinator().get(recipient.path("")).then().statusCode(200);

        // read out over the telephone, written down with a gap
        redeem(resident, code.substring(0, 4) + " " + code.substring(4)).then().statusCode(200);

        redeem(resident, code).then().statusCode(200);
        resident.get(recipient.path("")).then().statusCode(200).body("address", equalTo(Enrolled.ADDRESS));
        resident.get(recipient.path("/accesses"))
                .then()
                .body("items.reader", equalTo(List.of("ONESELF", "COORDINATOR")));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", recipient.id()))
                .extracting(OnTopic::type)
                .containsExactly("linli.registration.recipient.enrolled.v1", "linli.registration.recipient.linked.v1"));
        assertThat(surroundings
                        .events()
                        .about("linli.registration", recipient.id())
                        .getLast()
                        .json()
                        .path("recipient")
                        .path("accountId")
                        .asText())
                .isEqualTo(account.accountId().toString());
    }

    @Test
    void worksForOneOfManyWhoRedeemItAtOnce() {
        String code = recipient.code();

        List<Integer> statuses = Calls.together(IntStream.range(0, 10)
                .<Supplier<Response>>mapToObj(number -> {
                    Calls somebody = Calls.by(district.somebody().token());
                    return () -> redeem(somebody, code);
                })
                .toList());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(Collections.frequency(statuses, 403)).isEqualTo(9);
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", recipient.id()))
                .hasSize(2));
    }

    @Test
    void isVoidAfterFiveWrongTriesHoweverTheyComeAndANewOneWorks() {
        String code = recipient.code();
        Calls resident = Calls.by(district.somebody().token());
        String wrong = code.equals("00000000") ? "11111111" : "00000000";

        List<Integer> statuses =
                Calls.together(Collections.<Supplier<Response>>nCopies(5, () -> redeem(resident, wrong)));

        assertThat(statuses).containsOnly(403);
        redeem(resident, code).then().statusCode(409).body("code", equalTo("sign-in-code-void"));
        redeem(resident, recipient.code()).then().statusCode(200);
    }

    @Test
    void noLongerWorksWhenANewerOneWasIssuedOrItsTimeIsOver() {
        Calls resident = Calls.by(district.somebody().token());
        String older = recipient.code();
        String newer = recipient.code();

        redeem(resident, older).then().statusCode(403).body("code", equalTo("sign-in-code-wrong"));
        surroundings
                .database()
                .execute(
                        "update sign_in_code set expires_at = now() - interval '1 second' where recipient_id = ?",
                        recipient.id());
        redeem(resident, newer).then().statusCode(409).body("code", equalTo("sign-in-code-expired"));
    }

    @Test
    void linksASignInToOneRecipientOnlyAlsoAtOnce() {
        Enrolled second = new Enrolled(
                recipient.coordinator().create("recipients", Enrolled.enrolment(district, recipient.stationId())),
                district,
                recipient.stationId(),
                recipient.coordinator());
        String code = recipient.code();
        String secondCode = second.code();
        Calls resident = Calls.by(district.somebody().token());

        List<Integer> statuses = Calls.together(List.of(
                () -> redeem(resident, code),
                () -> resident.post(second.path("/sign-in-link"), Map.of("code", secondCode))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void linksTheSameSignInAgainAfterTheFirstFileWasWithdrawn() {
        District.Account account = district.somebody();
        Calls resident = Calls.by(account.token());
        redeem(resident, recipient.code()).then().statusCode(200);
        resident.get("me").then().body("recipientId", equalTo(recipient.id().toString()));

        recipient
                .coordinator()
                .post(recipient.path("/withdrawal"), Map.of("reason", "moved to a son's home"))
                .then()
                .statusCode(200);
        resident.get("me").then().body("recipientId", nullValue());

        Enrolled again = new Enrolled(
                recipient.coordinator().create("recipients", Enrolled.enrolment(district, recipient.stationId())),
                district,
                recipient.stationId(),
                recipient.coordinator());
        resident.post(again.path("/sign-in-link"), Map.of("code", again.code()))
                .then()
                .statusCode(200);
        resident.get("me").then().body("recipientId", equalTo(again.id().toString()));
        // what was kept of the first time stays the person's own
        resident.get(recipient.path("")).then().statusCode(200);
    }

    @Test
    void isNotIssuedForSomebodyWhoHasASignInNorByAnybodyElse() {
        redeem(Calls.by(district.somebody().token()), recipient.code()).then().statusCode(200);

        recipient
                .coordinator()
                .post(recipient.path("/sign-in-code"))
                .then()
                .statusCode(409)
                .body("code", equalTo("recipient-linked-already"));
        Calls.by(district.somebody().token())
                .post(recipient.path("/sign-in-code"))
                .then()
                .statusCode(404);
    }

    @Test
    void keepsAnErasureOpenThatWasAskedForBeforeWhoeverRepeatsTheCallOrNot() {
        District.Registered volunteer = district.verifiedVolunteer();
        Calls self = Calls.by(volunteer.token());
        UUID demand = self.create("erasures", Map.of());
        redeem(self, recipient.code()).then().statusCode(200);

        // without a key nothing undoes what a refused call wrote
        given().auth()
                .oauth2(volunteer.token())
                .post("/api/v1/erasures/" + demand + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", equalTo("recipient-still-enrolled"));

        self.get("erasures/" + demand).then().body("status", equalTo("ASKED"));
        self.get("me").then().body("volunteerId", equalTo(volunteer.id().toString()));
        self.post(recipient.path("/withdrawal"), Map.of()).then().statusCode(200);
        self.post("erasures/" + demand + "/confirmation").then().statusCode(200).body("status", equalTo("DONE"));
    }

    @Test
    void isNotRedeemedByASignInWhosePersonWasErasedADayAgoOrLess() {
        Calls self = Calls.by(district.pendingVolunteer().token());
        UUID demand = self.create("erasures", Map.of());
        self.post("erasures/" + demand + "/confirmation").then().statusCode(200);
        String code = recipient.code();

        redeem(self, code).then().statusCode(409).body("code", equalTo("erased-recently"));

        surroundings
                .database()
                .execute("update erasure set done_at = done_at - interval '2 days' where id = ?", demand);
        redeem(self, code).then().statusCode(200);
    }

    private Response redeem(Calls by, String code) {
        return by.post(recipient.path("/sign-in-link"), Map.of("code", code));
    }
}
