package org.linli.registration.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.registration.recipient.Enrolled.ADDRESS;
import static org.linli.registration.recipient.Enrolled.NAME;
import static org.linli.registration.recipient.Enrolled.NOTES;
import static org.linli.registration.recipient.Enrolled.PHONE;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Recipients of help over HTTP")
class RecipientApiTest {
    Surroundings surroundings;
    District district;
    Calls operator;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
        operator = Calls.by(surroundings.operatorToken());
    }

    @Test
    void nothingPersonalStandsReadableInTheDatabaseOrInAnEvent() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        recipient.code();

        await().untilAsserted(() -> assertThat(told(recipient)).hasSize(1));
        String event = surroundings
                .events()
                .about("linli.registration", recipient.id())
                .getFirst()
                .text();
        String rows = List.of("recipient", "sign_in_code", "audit", "idempotency", "outbox").stream()
                .map(table -> surroundings
                        .database()
                        .value("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                        .toString())
                .reduce(event, String::concat);
        for (String personal : List.of(NAME, ADDRESS, NOTES, PHONE, "1941-02-03")) {
            // bytea is written in hexadecimal digits
            String bytes = HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8));
            assertThat(rows).doesNotContain(personal, bytes);
        }
        assertThat(event).doesNotContain("LOW_INCOME", "MEALS");
    }

    @Test
    void aListIsMaskedAndEndsAtTheScope() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        District elsewhere = District.fresh(surroundings);
        Calls neighbour = Calls.by(elsewhere.tokenOf(Role.STATION_COORDINATOR, elsewhere.community()));

        recipient
                .coordinator()
                .get("recipients?status=ACTIVE&division=" + district.street())
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(recipient.id().toString())))
                .body("items[0].name", not(containsString("阳试验")))
                .body("items[0].tier", equalTo("LOW_INCOME"))
                .body("items[0].address", nullValue());
        neighbour
                .get("recipients")
                .then()
                .body("items.id", not(hasItem(recipient.id().toString())));
        Calls.by(district.somebody().token()).get("recipients").then().statusCode(403);
    }

    @Test
    void theFileGoesToTheCoordinatorAndEachReadingIsOnRecord() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        District elsewhere = District.fresh(surroundings);

        recipient
                .coordinator()
                .get(recipient.path(""))
                .then()
                .statusCode(200)
                .body("name", equalTo(NAME))
                .body("phone", equalTo(PHONE))
                .body("address", equalTo(ADDRESS))
                .body("careNotes", equalTo(NOTES))
                .body("birthDate", equalTo("1941-02-03"))
                .body("id", equalTo(recipient.id().toString()));
        operator.get(recipient.path("")).then().statusCode(200);

        Calls.by(elsewhere.tokenOf(Role.DISTRICT_ADMINISTRATOR, elsewhere.code()))
                .get(recipient.path(""))
                .then()
                .statusCode(404);
        Calls.by(district.verifiedVolunteer().token())
                .get(recipient.path(""))
                .then()
                .statusCode(404);
        recipient
                .coordinator()
                .get(recipient.path("/accesses?limit=1"))
                .then()
                .statusCode(200)
                .body("items.reader", equalTo(List.of("COORDINATOR")))
                .header("Link", containsString("after="));
        recipient.coordinator().get(recipient.path("/accesses")).then().body("items.size()", equalTo(2));
        Calls.by(district.somebody().token())
                .get(recipient.path("/accesses"))
                .then()
                .statusCode(404);
    }

    @Test
    void anAuditorSeesThatARecipientIsThereAndLeavesNoReading() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        Calls auditor = Calls.by(district.tokenOf(Role.AUDITOR, district.code()));

        auditor.get(recipient.path(""))
                .then()
                .statusCode(200)
                .body("name", not(equalTo(NAME)))
                .body("address", nullValue());
        auditor.get(recipient.path("/accesses")).then().statusCode(200).body("items.size()", equalTo(0));
        auditor.post(recipient.path("/sign-in-code")).then().statusCode(403);
        auditor.post(recipient.path("/withdrawal"), Map.of("reason", "x"))
                .then()
                .statusCode(403);
    }

    @Test
    void aRoleForOneStationIsEnoughForItsRecipientsAndForNoOther() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        UUID otherStation = operator.create("stations", Enrolled.station(district, "第二站"));
        District.Account helper = district.somebody();
        operator.create(
                "role-grants",
                Map.of(
                        "holder", Map.of("accountId", helper.accountId()),
                        "role", "STATION_COORDINATOR",
                        "division", district.community(),
                        "stationId", recipient.stationId()));
        Calls stationOnly = Calls.by(helper.token());

        stationOnly.get(recipient.path("")).then().statusCode(200);
        stationOnly.create("recipients", Enrolled.enrolment(district, recipient.stationId()));
        stationOnly.get("recipients").then().body("items.size()", equalTo(2));
        stationOnly
                .post("recipients", Enrolled.enrolment(district, otherStation))
                .then()
                .statusCode(403);
    }

    @Test
    void aRecipientIsEnrolledInACommunityThatTheStationServes() {
        Enrolled recipient = Enrolled.fresh(district, operator);
        Map<String, Object> enrolment = Enrolled.enrolment(district, recipient.stationId());

        enrolment.put("division", district.otherCommunity());
        operator.post("recipients", enrolment).then().statusCode(400).body("code", equalTo("station-serves-elsewhere"));
        enrolment.put("division", district.street());
        operator.post("recipients", enrolment).then().statusCode(400).body("code", equalTo("not-a-community"));
        enrolment.put("division", district.community());
        enrolment.put("stationId", UUID.randomUUID());
        operator.post("recipients", enrolment).then().statusCode(400).body("code", equalTo("station-unknown"));
    }

    @Test
    void aWithdrawalIsToldAndEndsTheHelp() {
        Enrolled recipient = Enrolled.fresh(district, operator);

        recipient
                .coordinator()
                .post(recipient.path("/withdrawal"), Map.of())
                .then()
                .statusCode(400)
                .body("code", equalTo("reason-missing"));
        recipient
                .coordinator()
                .post(recipient.path("/withdrawal"), Map.of("reason", "moved to the daughter's"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        recipient.coordinator().post(recipient.path("/sign-in-code")).then().statusCode(409);
        await().untilAsserted(() -> assertThat(told(recipient))
                .containsExactly(
                        "linli.registration.recipient.enrolled.v1", "linli.registration.recipient.withdrawn.v1"));
        assertThat(surroundings
                        .events()
                        .about("linli.registration", recipient.id())
                        .getLast()
                        .json()
                        .path("recipient")
                        .path("active")
                        .asBoolean(true))
                .isFalse();
    }

    private List<String> told(Enrolled recipient) {
        return surroundings.events().about("linli.registration", recipient.id()).stream()
                .map(OnTopic::type)
                .toList();
    }
}
