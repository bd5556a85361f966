package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Checking in and out")
class CheckInFlowTest {
    private static final String CHECK_INS = "/api/v1/check-ins";

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;
    private Person volunteer;

    @BeforeEach
    void aNeighbourhood() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        volunteer = here.volunteer();
    }

    @Test
    @DisplayName("opens a pair, starts the service, closes the pair, proposes the hours and tells of each")
    void opensAndClosesAPair() {
        String request = visits.taken(volunteer);

        String pair = post(201, volunteer, CHECK_INS, visits.arrival(request))
                .then()
                .body("inBy", equalTo("SIX_DIGITS"))
                .body("outAt", nullValue())
                .extract()
                .path("id");
        get(200, volunteer, "/api/v1/requests/" + request).then().body("status", equalTo("IN_SERVICE"));
        post(409, volunteer, "/api/v1/requests/" + request + "/completion", null)
                .then()
                .body("code", equalTo("still-present"));
        visits.pass(Duration.ofHours(2));
        visits.leave(volunteer, request, pair).then().body("outBy", equalTo("SCANNED_CODE"));
        post(200, volunteer, "/api/v1/requests/" + request + "/completion", null);

        get(200, volunteer, "/api/v1/service-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].minutes", equalTo(120))
                .body("items[0].status", equalTo("PROPOSED"))
                .body("items[0].provenance", equalTo("SCANNED"))
                .body("items[0].requestId", equalTo(request))
                .body("items[0].checkInId", equalTo(pair));
        await().untilAsserted(() -> assertThat(types(pair)).containsExactly("arrived", "left"));
        await().untilAsserted(() ->
                assertThat(types(visits.recordOf(volunteer, request))).containsExactly("proposed"));
    }

    @Test
    @DisplayName("closes a pair once only")
    void closesAPairOnce() {
        String request = visits.taken(volunteer);
        String pair = visits.arrive(volunteer, request);
        visits.leave(volunteer, request, pair);
        post(409, volunteer, CHECK_INS + "/" + pair + "/departure", visits.departure(request))
                .then()
                .body("code", equalTo("already-checked-out"));
        get(200, volunteer, "/api/v1/service-records").then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("needs the code of this service and of this time")
    void needsTheCodeOfThisServiceAndTime() {
        String request = visits.taken(volunteer);
        String other = visits.taken(here.volunteer());
        String old = visits.shown(request, "code");
        refused("code-not-valid", Map.of("requestId", request, "code", visits.shown(other, "code")), 403);
        refused("code-not-valid", Map.of("requestId", request, "code", "https://linli.example.org/c/x"), 403);
        refused("code-not-valid", Map.of("code", "nonsense"), 403);
        visits.pass(Duration.ofMinutes(2));
        refused("code-expired", Map.of("requestId", request, "code", old), 403);
        refused("invalid-value", Map.of("requestId", request), 400);
        refused("invalid-value", Map.of("digits", "123456"), 400);
        refused("invalid-value", Map.of("requestId", request, "digits", "12345x"), 400);
        refused("invalid-value", Map.of("requestId", request, "digits", "123456", "latitude", 25.0), 400);
        refused("not-found", Map.of("requestId", other, "digits", visits.shown(other, "digits")), 404);
        refused("not-found", Map.of("requestId", UUID.randomUUID(), "digits", "123456"), 404);
        post(201, volunteer, CHECK_INS, Map.of("code", visits.shown(request, "url")))
                .then()
                .body("inBy", equalTo("SCANNED_CODE"));
    }

    @Test
    @DisplayName("stops whoever tries digits, for a minute")
    void stopsWhoeverTriesDigits() {
        String request = visits.taken(volunteer);
        visits.pass(Duration.ofSeconds(60 - clock.now().getEpochSecond() % 60));
        String right = visits.shown(request, "digits");
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int count = 0; count < 5; count++) {
            refused("code-not-valid", Map.of("requestId", request, "digits", wrong), 403);
        }
        refused("too-many-tries", Map.of("requestId", request, "digits", right), 429);
        visits.pass(Duration.ofMinutes(1));
        visits.arrive(volunteer, request);
    }

    @Test
    @DisplayName("is refused too far from the place, and keeps the distance but no coordinates")
    void isRefusedTooFarAway() {
        String request = visits.taken(volunteer);
        Map<String, Object> arrival = visits.arrival(request);
        arrival.put("longitude", 102.7401);
        arrival.put("latitude", 25.0902);
        refused("too-far-away", arrival, 409);

        arrival.put("latitude", 25.0812);
        arrival.put("accuracyMetres", 15);
        String pair = post(201, volunteer, CHECK_INS, arrival).path("id");

        Map<String, Object> line = surroundings
                .database()
                .query("select * from check_in_log where check_in_id = ?", UUID.fromString(pair))
                .getFirst();
        assertThat(line).containsEntry("distance_metres", 111).containsEntry("accuracy_metres", 15);
        assertThat(line.keySet()).doesNotContain("longitude", "latitude");
    }

    @Test
    @DisplayName("is possible about the wanted time only")
    void isPossibleAboutTheWantedTimeOnly() {
        String request = visits.taken(
                volunteer, clock.now().plusSeconds(30 * 3600), clock.now().plusSeconds(31 * 3600));
        refused("outside-time-window", visits.arrival(request), 409);
        visits.pass(Duration.ofHours(7));
        visits.arrive(volunteer, request);
    }

    @Test
    @DisplayName("is possible three times a day and service, and again the next day")
    void isPossibleThreeTimesADay() {
        String request = visits.taken(volunteer);
        untilMorning();
        for (int count = 0; count < 3; count++) {
            visits.visit(volunteer, request, Duration.ofMinutes(10));
        }
        refused("check-ins-used-up", visits.arrival(request), 409);
        visits.pass(Duration.ofDays(1));
        visits.arrive(volunteer, request);
    }

    @Test
    @DisplayName("is refused while one is still checked in elsewhere")
    void isRefusedWhileCheckedInElsewhere() {
        String first = visits.taken(volunteer);
        String second = visits.taken(volunteer);
        visits.arrive(volunteer, first);
        refused("still-checked-in", visits.arrival(second), 409);
        get(200, volunteer, "/api/v1/requests/" + second).then().body("status", equalTo("ACCEPTED"));
    }

    @Test
    @DisplayName("is shown by the station and the person helped, never to oneself or to strangers")
    void isShownByTheRightPeople() {
        String request = visits.taken(volunteer);
        String path = CHECK_INS + "/codes/" + request;
        get(200, visits.resident(), path).then().header("Cache-Control", containsString("no-store"));
        get(403, volunteer, path).then().body("code", equalTo("not-for-oneself"));
        get(404, here.volunteer(), path);
        get(404, new Neighbourhood(surroundings).coordinator(), path);
        get(404, visits.station(), CHECK_INS + "/codes/" + UUID.randomUUID());
        get(403, here.holder(Role.AUDITOR, here.community().district()), path);
    }

    @Test
    @DisplayName("is listed for whoever keeps it, and for oneself")
    void isListedForTheRightPeople() {
        String request = visits.taken(volunteer);
        String pair = visits.arrive(volunteer, request);
        String path = CHECK_INS + "?requestId=" + request;
        get(200, volunteer, CHECK_INS).then().body("items.id", contains(pair));
        get(200, visits.station(), path).then().body("items.id", contains(pair));
        get(200, visits.resident(), path).then().body("items.id", contains(pair));
        get(200, here.volunteer(), path).then().body("items", hasSize(0));
        get(200, volunteer, CHECK_INS + "/" + pair).then().body("id", equalTo(pair));
        get(404, here.volunteer(), CHECK_INS + "/" + pair);
        get(404, new Neighbourhood(surroundings).coordinator(), CHECK_INS + "/" + pair);
    }

    private void refused(String code, Map<String, Object> arrival, int status) {
        post(status, volunteer, CHECK_INS, arrival).then().body("code", equalTo(code));
    }

    /** So early that the hours of a test do not reach into the next day of service. */
    private void untilMorning() {
        Duration sinceMidnight =
                Duration.between(clock.today().atStartOfDay(LinliClock.ZONE).toInstant(), clock.now());
        visits.pass(Duration.ofHours(30).minus(sinceMidnight));
    }

    private List<String> types(String subject) {
        return surroundings.events().about("linli.activity", subject).stream()
                .map(OnTopic::type)
                .map(type -> type.replaceAll(".*\\.([a-z-]+)\\.v1", "$1"))
                .toList();
    }
}
