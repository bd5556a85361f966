package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Who may see and do what with an order")
class RequestScopeTest {
    private static final String ADDRESS = "金实小区3栋2单元501";

    Surroundings surroundings;
    private Neighbourhood here;
    private Person resident;
    private Person station;

    @BeforeEach
    void aResidentAndAStation() {
        here = new Neighbourhood(surroundings);
        resident = here.recipient(null);
        station = here.coordinator();
    }

    @Test
    @DisplayName("The station of another district does not even learn that it exists")
    void theStationOfAnotherDistrictLearnsNothing() {
        Person foreign = new Neighbourhood(surroundings).coordinator();
        String id = order();

        get(404, foreign, "/api/v1/requests/" + id);
        get(404, foreign, at(id, "history"));
        get(404, foreign, at(id, "candidates"));
        post(404, foreign, at(id, "verification"), null);
        get(200, foreign, "/api/v1/requests").then().body("items", empty());
        Map<String, Object> body = here.order();
        body.put("recipientId", resident.id());
        body.put("channel", "PHONE");
        post(403, foreign, "/api/v1/requests", body);
    }

    @Test
    @DisplayName("A right that registration revoked ends here too, without a new sign-in")
    void aRevokedRightEndsHereToo() {
        Person other = here.coordinator();
        String path = "/api/v1/requests/" + order();
        get(200, station, path);
        get(200, other, path);

        here.revoke(station);

        await().untilAsserted(() -> get(404, station, path));
        get(200, other, path);
    }

    @Test
    @DisplayName("The place is for the resident, the station and whoever accepted")
    void thePlaceIsForThoseItConcerns() {
        Person volunteer = here.volunteer();
        Person auditor = here.holder(Role.AUDITOR, here.community().value());
        String id = order();
        String path = "/api/v1/requests/" + id;

        get(200, resident, path).then().body("place.address", equalTo(ADDRESS));
        get(200, station, path).then().body("place.longitude", equalTo(102.7401f));
        get(200, auditor, path).then().body("place", nullValue()).body("description", nullValue());
        get(404, volunteer, path);
        post(200, station, at(id, "verification"), null);
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", volunteer.id()));
        get(200, volunteer, path).then().body("place", nullValue()).body("risks", equalTo("家中有狗"));
        post(200, volunteer, at(id, "acceptance"), null).then().body("place.address", equalTo(ADDRESS));
        get(200, station, "/api/v1/requests").then().body("items[0].place", nullValue());
    }

    @Test
    @DisplayName("What was written is encrypted at rest and in no event")
    void whatWasWrittenIsEncryptedAndInNoEvent() {
        String id = order();

        String row =
                surroundings.database().query("select * from help_request where id = ?", UUID.fromString(id)).stream()
                        .map(columns -> columns.values().stream()
                                .map(value -> value instanceof byte[] bytes
                                        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                        : String.valueOf(value))
                                .toList()
                                .toString())
                        .findFirst()
                        .orElseThrow();
        assertThat(row).doesNotContain(ADDRESS, "老人", "有狗", "102.74");
        await().untilAsserted(() ->
                assertThat(surroundings.events().about("linli.activity", id)).hasSize(1));
        assertThat(surroundings.events().about("linli.activity", id).getFirst().text())
                .doesNotContain(ADDRESS, "老人", "有狗", "102.74");
    }

    @Test
    @DisplayName("A station orders for a resident by phone, and that is on record")
    void aStationOrdersByPhone() {
        Map<String, Object> body = here.order();
        body.put("recipientId", resident.id());
        body.put("channel", "PHONE");

        String id = post(201, station, "/api/v1/requests", body)
                .then()
                .body("channel", equalTo("PHONE"))
                .body("submittedBy", equalTo(station.accountId().toString()))
                .extract()
                .path("id");

        get(200, resident, at(id, "history")).then().body("items[0].byRole", equalTo("STATION_COORDINATOR"));
    }

    @Test
    @DisplayName("A coordinator of the station alone handles its orders, wherever they come from")
    void aCoordinatorOfTheStationAloneHandlesItsOrders() {
        UUID place = here.station();
        Person ofStation = here.holder(Role.STATION_COORDINATOR, "999999999999", place);
        Person client = here.recipient(place);
        String id = post(201, client, "/api/v1/requests", here.order()).path("id");

        post(200, ofStation, at(id, "verification"), null);
        get(200, ofStation, "/api/v1/requests").then().body("items.id", contains(id));
    }

    @Test
    @DisplayName("A recipient or a volunteer that is not known here yet is a clear 409 with Retry-After")
    void whatIsNotKnownYetIsSaidSo() {
        Map<String, Object> body = here.order();
        body.put("recipientId", UUID.randomUUID());
        body.put("channel", "PROXY");
        post(409, station, "/api/v1/requests", body)
                .then()
                .body("code", equalTo("not-known-yet"))
                .body("field", equalTo("recipientId"))
                .header("Retry-After", notNullValue());
        String id = order();
        post(200, station, at(id, "verification"), null);
        post(409, station, at(id, "dispatches"), Map.of("volunteerId", UUID.randomUUID()))
                .then()
                .body("field", equalTo("volunteerId"));
    }

    @Test
    @DisplayName("Whoever is not verified, a minor, or the resident in person is not asked")
    void whoMayNotServeIsNotAsked() {
        Person pending = here.volunteer(here.community(), VolunteerStatus.PENDING, AgeBand.FROM_60);
        Person minor = here.volunteer(here.community(), VolunteerStatus.VERIFIED, AgeBand.FROM_16_TO_17);
        String id = order();
        post(200, station, at(id, "verification"), null);

        post(409, station, at(id, "dispatches"), Map.of("volunteerId", pending.id()))
                .then()
                .body("code", equalTo("volunteer-may-not-serve"));
        post(409, station, at(id, "dispatches"), Map.of("volunteerId", minor.id()))
                .then()
                .body("code", equalTo("volunteer-is-a-minor"));
        post(400, station, at(id, "dispatches"), Map.of()).then().body("code", equalTo("offer-to-one"));
    }

    @Test
    @DisplayName("An offer to a team is for its members; one who stands by may see it, not answer it")
    void anOfferToATeamIsForItsMembers() {
        List<Person> members = here.volunteers(2);
        UUID team = here.team(members);
        Person stranger = here.volunteer();
        String id = order();
        post(200, station, at(id, "verification"), null);
        post(200, station, at(id, "dispatches"), Map.of("teamId", team));

        get(200, members.get(1), "/api/v1/dispatches?mine=true").then().body("items.requestId", contains(id));
        post(404, stranger, at(id, "acceptance"), null);
        post(403, members.get(1), at(id, "declination"), Map.of("reason", "没空"))
                .then()
                .body("code", equalTo("offer-not-yours"));
        post(200, members.getFirst(), at(id, "declination"), Map.of("reason", "全队外出"));
    }

    @Test
    @DisplayName("Lists page by key and never lose or repeat an order")
    void listsPageByKey() {
        List<String> ordered = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ordered.addFirst(order());
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/requests?mine=true&limit=2";
        while (next != null) {
            var page = get(200, resident, next);
            seen.addAll(page.<List<String>>path("items.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }

        assertThat(seen).isEqualTo(ordered);
    }

    @Test
    @DisplayName("Lists narrow down by state and division")
    void listsNarrowDown() {
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        String waiting = order();
        String verified = order();
        post(200, station, at(verified, "verification"), null);

        get(200, station, "/api/v1/requests?status=SUBMITTED").then().body("items.id", contains(waiting));
        get(200, station, "/api/v1/requests?division=" + here.community().value())
                .then()
                .body("items.id", contains(verified, waiting));
        get(400, station, "/api/v1/requests?status=LOST").then().body("field", equalTo("status"));
        get(409, station, "/api/v1/requests?division=999999999999").then().body("code", equalTo("not-known-yet"));
    }

    @Test
    @DisplayName(
            "Candidates are suggested with reasons: near, offering this help, long not asked; not the one who declined")
    void candidatesAreSuggestedWithReasons() {
        Person declining = here.volunteer();
        Person asked = here.volunteer();
        Person fresh = here.volunteer();
        Person far = here.volunteer(here.acrossTheDistrict(), VolunteerStatus.VERIFIED, AgeBand.FROM_60);
        UUID team = here.team(List.of(fresh));
        String other = order();
        post(200, station, at(other, "verification"), null);
        post(200, station, at(other, "dispatches"), Map.of("volunteerId", asked.id()));
        post(200, asked, at(other, "declination"), Map.of("reason", "没空"));
        String id = order();
        post(200, station, at(id, "verification"), null);
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", declining.id()));
        post(200, declining, at(id, "declination"), Map.of("reason", "没空"));

        get(200, station, at(id, "candidates"))
                .then()
                .body(
                        "volunteers.id",
                        contains(
                                fresh.id().toString(),
                                asked.id().toString(),
                                far.id().toString()))
                .body(
                        "volunteers[0].reasons",
                        contains("SAME_COMMUNITY", "OFFERS_CATEGORY", "LOCAL_TEAM", "NEVER_ASKED"))
                .body("teams.id", contains(team.toString()));
        get(403, resident, at(id, "candidates"));
    }

    @Test
    @DisplayName("Whoever was imported and cannot sign in yet is neither suggested nor sent an order")
    void whoeverCannotSignInIsNotAsked() {
        UUID imported = here.imported();
        Person present = here.volunteer();
        String id = order();
        post(200, station, at(id, "verification"), null);

        get(200, station, at(id, "candidates"))
                .then()
                .body("volunteers.id", contains(present.id().toString()));
        post(409, station, at(id, "dispatches"), Map.of("volunteerId", imported))
                .then()
                .body("code", equalTo("volunteer-may-not-serve"))
                .body("field", equalTo("volunteerId"));
        get(200, station, "/api/v1/requests/" + id).then().body("status", equalTo("VERIFIED"));
    }

    private String order() {
        return post(201, resident, "/api/v1/requests", here.order()).path("id");
    }

    private static String at(String id, String what) {
        return "/api/v1/requests/" + id + "/" + what;
    }
}
