package org.linli.registration.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

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
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Pairings over HTTP")
class PairingApiTest {
    private static final int LIMIT = 12;

    Surroundings surroundings;
    District district;
    Calls coordinator;
    UUID station;

    @BeforeEach
    void aStation() {
        district = District.fresh(surroundings);
        coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        station = Calls.by(surroundings.operatorToken()).create("stations", Households.station(district));
    }

    @Test
    void ofManyAtOnceTheTwelfthIsTheLast() {
        UUID volunteer = district.verifiedVolunteer().id();
        List<UUID> households =
                IntStream.range(0, 20).mapToObj(number -> household()).toList();

        List<Integer> statuses = Calls.together(households.stream()
                .<Supplier<Response>>map(household -> () -> pair(volunteer, household))
                .toList());

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(LIMIT);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(20 - LIMIT);
        coordinator.get("pairings?active=true&volunteerId=" + volunteer).then().body("items", hasSize(LIMIT));
        pair(volunteer, household()).then().body("code", is("pairings-full")).body("details.limit", is(LIMIT));
    }

    @Test
    void bothSidesSeeItMaskedAndTheFileStaysClosed() {
        District.Registered volunteer = district.verifiedVolunteer();
        UUID household = household();
        UUID pairing = pair(volunteer.id(), household)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");

        Calls paired = Calls.by(volunteer.token());
        paired.get("pairings")
                .then()
                .body("items.id", contains(pairing.toString()))
                .body("items[0].recipientName", is("欧**"));
        paired.get("pairings/" + pairing).then().statusCode(200);
        paired.get("recipients/" + household).then().statusCode(404);
        Calls.by(district.verifiedVolunteer().token()).get("pairings").then().body("items", empty());
        paired.post("pairings/" + pairing + "/end", Map.of())
                .then()
                .statusCode(200)
                .body("active", is(false));
        paired.post("pairings/" + pairing + "/end", Map.of())
                .then()
                .statusCode(409)
                .body("code", is("pairing-ended"));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", pairing))
                .extracting(OnTopic::type)
                .containsExactly("linli.registration.pairing.made.v1", "linli.registration.pairing.ended.v1"));
        pair(volunteer.id(), household).then().statusCode(201);
    }

    @Test
    void nobodyIsPairedTwiceNorUnverifiedNorFromElsewhere() {
        UUID volunteer = district.verifiedVolunteer().id();
        UUID household = household();
        pair(volunteer, household).then().statusCode(201);

        pair(volunteer, household).then().statusCode(409).body("code", is("paired-already"));
        pair(district.pendingVolunteer().id(), household())
                .then()
                .statusCode(409)
                .body("code", is("volunteer-not-verified"));
        pair(UUID.randomUUID(), household).then().statusCode(400).body("code", is("volunteer-unknown"));
        Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()))
                .post("pairings", Map.of("volunteerId", volunteer, "recipientId", household()))
                .then()
                .statusCode(404);
    }

    @Test
    void itEndsWhenOneOfTheTwoLeaves() {
        District.Registered volunteer = district.verifiedVolunteer();
        UUID household = household();
        UUID first = pair(volunteer.id(), household).then().extract().jsonPath().getUUID("id");
        UUID second =
                pair(volunteer.id(), household()).then().extract().jsonPath().getUUID("id");

        coordinator
                .post("recipients/" + household + "/withdrawal", Map.of("reason", "moved away"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> coordinator.get("pairings/" + first).then().body("active", is(false)));
        coordinator.get("pairings/" + second).then().body("active", is(true));

        Calls.by(volunteer.token())
                .post("volunteers/" + volunteer.id() + "/withdrawal")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> coordinator.get("pairings/" + second).then().body("active", is(false)));
    }

    private Response pair(UUID volunteer, UUID household) {
        return coordinator.post("pairings", Map.of("volunteerId", volunteer, "recipientId", household));
    }

    private UUID household() {
        return coordinator.create("recipients", Households.household(district, station));
    }
}
