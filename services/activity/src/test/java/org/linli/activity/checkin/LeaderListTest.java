package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The leader's list")
class LeaderListTest {
    private static final String LIST = "/api/v1/check-ins/leader-list";

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;
    private Person leader;
    private Person member;
    private String request;

    @BeforeEach
    void anOrderThatATeamTook() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        leader = here.volunteer();
        member = here.volunteer();
        UUID team = here.team(List.of(leader, member));
        request = visits.taken(team, member);
    }

    @Test
    @DisplayName("notes down a whole pair, who did it stays on record, and the hours are proposed")
    void notesDownAWholePair() {
        Instant left = clock.now();
        String pair = post(201, leader, LIST, line(member, left.minusSeconds(5400), left))
                .then()
                .body("inBy", equalTo("LEADER_LIST"))
                .body("outBy", equalTo("LEADER_LIST"))
                .extract()
                .path("id");

        assertThat(surroundings
                        .database()
                        .query(
                                "select fact, recorded_by from check_in_log where check_in_id = ? order by at",
                                UUID.fromString(pair)))
                .containsExactly(
                        Map.of("fact", "ARRIVED", "recorded_by", leader.accountId()),
                        Map.of("fact", "LEFT", "recorded_by", leader.accountId()));
        get(200, member, "/api/v1/service-records")
                .then()
                .body("items[0].provenance", equalTo("LEADER_CONFIRMED"))
                .body("items[0].minutes", equalTo(90));
        get(200, member, "/api/v1/requests/" + request).then().body("status", equalTo("IN_SERVICE"));
    }

    @Test
    @DisplayName("is kept by the leader and the station, not for oneself, and by nobody else")
    void isKeptByTheRightPeople() {
        Instant left = clock.now();
        Map<String, Object> line = line(member, left.minusSeconds(60), left);
        post(403, member, LIST, line).then().body("code", equalTo("forbidden"));
        post(404, here.volunteer(), LIST, line);
        post(404, new Neighbourhood(surroundings).coordinator(), LIST, line);
        post(403, leader, LIST, line(leader, left.minusSeconds(60), left))
                .then()
                .body("code", equalTo("not-for-oneself"));
        post(409, leader, LIST, line(here.volunteer(), left.minusSeconds(60), left))
                .then()
                .body("code", equalTo("volunteer-not-of-request"));
        post(201, visits.station(), LIST, line);
    }

    @Test
    @DisplayName("believes no future, no end before the begin, and nobody in two places")
    void believesNothingImpossible() {
        Instant now = clock.now();
        post(400, leader, LIST, line(member, now.minusSeconds(60), now.plusSeconds(3600)))
                .then()
                .body("code", equalTo("presence-times-invalid"));
        post(400, leader, LIST, line(member, now.minusSeconds(60), now.minusSeconds(120)));
        post(201, leader, LIST, line(member, now.minusSeconds(3600), now.minusSeconds(1800)));
        post(409, leader, LIST, line(member, now.minusSeconds(2000), now.minusSeconds(1000)))
                .then()
                .body("code", equalTo("presence-overlaps"));
        post(201, leader, LIST, line(member, now.minusSeconds(1800), now.minusSeconds(1000)));
    }

    @Test
    @DisplayName("closes the pair of somebody who went without checking out")
    void closesAForgottenPair() {
        String pair = visits.arrive(member, request);
        visits.pass(Duration.ofHours(5));
        Map<String, Object> left =
                Map.of("leftAt", clock.now().minusSeconds(3600).toString());
        String path = "/api/v1/check-ins/" + pair + "/listed-departure";
        post(403, member, path, left);
        post(400, leader, path, Map.of("leftAt", clock.now().plusSeconds(60).toString()))
                .then()
                .body("code", equalTo("presence-times-invalid"));
        post(200, leader, path, left).then().body("outBy", equalTo("LEADER_LIST"));
        post(409, leader, path, left).then().body("code", equalTo("already-checked-out"));
        get(200, member, "/api/v1/service-records").then().body("items[0].provenance", equalTo("LEADER_CONFIRMED"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("and the log behind it only grow, whoever asks the database")
    @ValueSource(
            strings = {
                "update check_in_log set at = now()",
                "delete from check_in_log",
                "truncate check_in_log",
                "delete from check_in",
                "truncate check_in cascade",
                "update check_in set in_at = in_at - interval '1 hour'",
                "update check_in set out_at = out_at + interval '1 hour' where out_at is not null",
            })
    void onlyGrow(String tampering) {
        Instant left = clock.now();
        post(201, leader, LIST, line(member, left.minusSeconds(60), left));
        assertThatThrownBy(() -> surroundings.database().execute(tampering))
                .hasMessageContaining(
                        tampering.contains("_log") || tampering.startsWith("truncate") ? "append-only" : "closed once");
    }

    private Map<String, Object> line(Person who, Instant arrived, Instant left) {
        return Map.of(
                "requestId",
                request,
                "volunteerId",
                who.id(),
                "arrivedAt",
                arrived.toString(),
                "leftAt",
                left.toString());
    }
}
