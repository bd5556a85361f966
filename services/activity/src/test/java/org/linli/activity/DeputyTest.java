package org.linli.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
@DisplayName("The deputy of a leader, with the role for that team,")
class DeputyTest {
    private static final String CHECK_INS = "/api/v1/check-ins";
    private static final String RECORDS = "/api/v1/service-records";

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;
    private Person leader;
    private Person member;
    private Person deputy;
    private UUID team;

    @BeforeEach
    void aTeamWithADeputy() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        leader = here.volunteer();
        member = here.volunteer();
        team = here.team(List.of(leader, member));
        deputy = here.deputy(team);
    }

    @Test
    @DisplayName("sees what the team is offered and declines for it")
    void declinesForTheTeam() {
        String request =
                post(201, visits.resident(), "/api/v1/requests", here.order()).path("id");
        post(200, visits.station(), "/api/v1/requests/" + request + "/verification", null);
        post(200, visits.station(), "/api/v1/requests/" + request + "/dispatches", Map.of("teamId", team));
        get(200, deputy, "/api/v1/requests").then().body("items.id", contains(request));
        get(200, deputy, "/api/v1/dispatches?mine=true").then().body("items.requestId", contains(request));
        post(200, deputy, "/api/v1/requests/" + request + "/declination", Map.of("reason", "全队外出"));
    }

    @Test
    @DisplayName("shows the code, keeps the list and confirms the hours")
    void showsCodesKeepsListsAndConfirms() {
        String request = visits.taken(team, member);
        get(200, deputy, CHECK_INS + "/codes/" + request);
        Instant left = clock.now();
        Map<String, Object> line = Map.of(
                "requestId",
                request,
                "volunteerId",
                member.id(),
                "arrivedAt",
                left.minusSeconds(1800).toString(),
                "leftAt",
                left.toString());
        String pair = post(201, deputy, CHECK_INS + "/leader-list", line).path("id");
        get(200, deputy, CHECK_INS + "?requestId=" + request).then().body("items.id", contains(pair));
        String record = visits.recordOf(member, request);

        get(200, deputy, RECORDS).then().body("items.id", hasItem(record));
        post(200, deputy, RECORDS + "/" + record + "/confirmation", null)
                .then()
                .body("personInCharge", equalTo(deputy.accountId().toString()));
        post(201, deputy, RECORDS, visits.manual(member, team, visits.noon(1), Duration.ofHours(1)));
    }

    @Test
    @DisplayName("does none of that for another team, and decides neither the leader's hours nor the own ones")
    void isNoMoreThanTheLeader() {
        Person other = here.volunteer();
        UUID anotherTeam = here.team(List.of(here.volunteer(), other));
        String foreign = visits.taken(anotherTeam, other);
        get(404, deputy, CHECK_INS + "/codes/" + foreign);

        String leaders = visits.visit(leader, visits.taken(team, leader), Duration.ofMinutes(30));
        post(403, deputy, RECORDS + "/" + leaders + "/confirmation", null)
                .then()
                .body("code", equalTo("forbidden"));
        here.join(team, deputy);
        String own = visits.visit(deputy, visits.taken(team, deputy), Duration.ofMinutes(30));
        post(403, deputy, RECORDS + "/" + own + "/confirmation", null).then().body("code", equalTo("not-for-oneself"));
        post(200, leader, RECORDS + "/" + own + "/confirmation", null);
    }
}
