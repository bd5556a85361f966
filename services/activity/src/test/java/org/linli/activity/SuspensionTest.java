package org.linli.activity;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood.Person;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Whoever is suspended")
class SuspensionTest {
    private static final String REQUESTS = "/api/v1/requests/";
    private static final String CHECK_INS = "/api/v1/check-ins";
    private static final String RECORDS = "/api/v1/service-records";
    private static final Map<String, Object> BECAUSE = Map.of("reason", "没空");

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;
    private Person leader;
    private Person member;
    private UUID team;

    @BeforeEach
    void aTeam() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        leader = here.volunteer();
        member = here.volunteer();
        team = here.team(List.of(leader, member));
    }

    @Test
    @DisplayName("keeps no order that was not begun: it goes back to the pool by itself and may be offered to others")
    void keepsNoOrder() {
        String accepted = visits.taken(member);
        String begun = visits.taken(member);
        post(200, member, REQUESTS + begun + "/start", null);
        here.suspend(member);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(200, visits.station(), REQUESTS + accepted)
                        .then()
                        .body("status", equalTo("VERIFIED"))
                        .body("volunteerId", nullValue()));
        get(200, visits.station(), REQUESTS + begun).then().body("status", equalTo("IN_SERVICE"));
        post(403, member, REQUESTS + accepted + "/start", null);
        post(200, visits.station(), REQUESTS + accepted + "/dispatches", Map.of("teamId", team));
        post(200, leader, REQUESTS + accepted + "/acceptance", null);
    }

    @Test
    @DisplayName("does not go on with what was begun: no check-in, no line in the leader's list")
    void doesNotGoOn() {
        String request = visits.taken(member);
        Map<String, Object> arrival = visits.arrival(request);
        post(200, member, REQUESTS + request + "/start", null);
        here.suspend(member);

        mayNotServe(post(409, member, CHECK_INS, arrival));
        mayNotServe(post(409, visits.station(), CHECK_INS + "/leader-list", line(request, member)));
        get(200, visits.station(), REQUESTS + request).then().body("status", equalTo("IN_SERVICE"));

        here.reinstate(member);
        post(201, member, CHECK_INS, visits.arrival(request));
    }

    @Test
    @DisplayName("does not complete it either")
    void doesNotComplete() {
        String request = visits.taken(member);
        post(200, member, REQUESTS + request + "/start", null);
        here.suspend(member);
        mayNotServe(post(409, member, REQUESTS + request + "/completion", null));
    }

    @Test
    @DisplayName("loses sight of the place and of what is wanted, alone and in lists")
    void losesSightOfThePlace() {
        String request = visits.taken(member);
        post(200, member, REQUESTS + request + "/start", null);
        get(200, member, REQUESTS + request).then().body("place.address", notNullValue());
        get(200, member, "/api/v1/requests").then().body("items[0].description", notNullValue());
        here.suspend(member);
        get(200, member, REQUESTS + request)
                .then()
                .body("place", nullValue())
                .body("description", nullValue())
                .body("risks", nullValue());
        get(200, member, "/api/v1/requests").then().body("items[0].description", nullValue());
    }

    @Test
    @DisplayName("while checked in checks out all the same, and the hours are proposed as always")
    void checksOut() {
        String request = visits.taken(member);
        String pair = visits.arrive(member, request);
        here.suspend(member);
        visits.pass(Duration.ofMinutes(40));
        visits.leave(member, request, pair);
        get(200, member, RECORDS)
                .then()
                .body("items[0].minutes", equalTo(40))
                .body("items[0].status", equalTo("PROPOSED"));
    }

    @Test
    @DisplayName("and led a team shows no codes, keeps no list and sees nobody's presence")
    void keepsNoPresence() {
        String request = visits.taken(team, member);
        String code = CHECK_INS + "/codes/" + request;
        get(200, leader, code);
        here.suspend(leader);
        get(404, leader, code);
        post(404, leader, CHECK_INS + "/leader-list", line(request, member));
        String pair = visits.arrive(member, request);
        Map<String, Object> left = Map.of("leftAt", clock.now().toString());
        post(404, leader, CHECK_INS + "/" + pair + "/listed-departure", left);
        get(404, leader, CHECK_INS + "/" + pair);
        get(200, leader, CHECK_INS + "?requestId=" + request).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("and led a team decides no hours and enters none; then the station decides")
    void decidesNoHours() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        Map<String, Object> manual = visits.manual(member, team, visits.noon(1), Duration.ofHours(1));
        get(200, leader, RECORDS).then().body("items.id", hasItem(record));
        post(403, visits.station(), at(record, "confirmation"), null);
        here.suspend(leader);

        get(404, leader, RECORDS + "/" + record);
        get(200, leader, RECORDS).then().body("items", hasSize(0));
        post(404, leader, at(record, "confirmation"), null);
        post(404, leader, at(record, "refusal"), BECAUSE);
        post(404, leader, at(record, "correction"), Map.of("minutes", 10, "reason", "提前离开"));
        post(403, leader, RECORDS, manual);
        post(200, visits.station(), at(record, "confirmation"), null);
    }

    @Test
    @DisplayName("and led a team does not answer for it")
    void doesNotAnswerForTheTeam() {
        String request =
                post(201, visits.resident(), "/api/v1/requests", here.order()).path("id");
        post(200, visits.station(), REQUESTS + request + "/verification", null);
        post(200, visits.station(), REQUESTS + request + "/dispatches", Map.of("teamId", team));
        here.suspend(leader);
        mayNotServe(post(409, leader, REQUESTS + request + "/acceptance", null));
        post(403, leader, REQUESTS + request + "/declination", BECAUSE).then().body("code", equalTo("offer-not-yours"));
    }

    @Test
    @DisplayName("is no deputy either")
    void isNoDeputyEither() {
        Person deputy = here.deputy(team);
        String request = visits.taken(team, member);
        get(200, deputy, CHECK_INS + "/codes/" + request);
        here.suspend(deputy);
        get(404, deputy, CHECK_INS + "/codes/" + request);
    }

    private static void mayNotServe(Response response) {
        response.then().body("code", equalTo("volunteer-may-not-serve"));
    }

    private Map<String, Object> line(String request, Person volunteer) {
        Instant left = clock.now();
        return Map.of(
                "requestId",
                request,
                "volunteerId",
                volunteer.id(),
                "arrivedAt",
                left.minusSeconds(600).toString(),
                "leftAt",
                left.toString());
    }

    private static String at(String record, String part) {
        return RECORDS + "/" + record + "/" + part;
    }
}
