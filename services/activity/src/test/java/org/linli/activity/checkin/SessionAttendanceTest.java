package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.activity.Gatherings.signUp;
import static org.linli.activity.Gatherings.status;
import static org.linli.activity.Gatherings.step;
import static org.linli.activity.Gatherings.wish;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Gatherings;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Attendance of a session")
class SessionAttendanceTest {
    private static final String CHECK_INS = "/api/v1/check-ins";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Gatherings gatherings;
    private Neighbourhood here;
    private Person leader;
    private Person volunteer;
    private UUID team;
    private UUID session;
    private Instant start;

    @BeforeEach
    void gather() {
        here = new Neighbourhood(surroundings);
        gatherings = new Gatherings(here, surroundings, clock);
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        leader = here.volunteer();
        volunteer = here.volunteer();
        team = here.team(List.of(leader, volunteer));
        start = clock.now().plus(Duration.ofHours(5));
        session = gatherings.session(Gatherings.Terms.open(team), 2, start, Duration.ofHours(2));
    }

    @Test
    @DisplayName("is proven by the code at both ends, becomes a record of the session and, confirmed, counts")
    void isProvenByTheCode() {
        String signUp = signUp(volunteer, session);
        assertThat(arrive(409, volunteer, session).<String>path("code")).isEqualTo("outside-time-window");
        gatherings.until(start);
        assertThat(arrive(409, leader, session).<String>path("code")).isEqualTo("not-signed-up");
        String pair =
                post(201, volunteer, CHECK_INS, Map.of("code", shown("url"))).path("id");
        assertThat(status(volunteer, signUp)).isEqualTo("ATTENDED");
        // whole minutes count: half a minute more than ninety, because the arrival was some moments after the start
        gatherings.until(start.plus(Duration.ofMinutes(90)).plusSeconds(30));

        post(200, volunteer, CHECK_INS + "/" + pair + "/departure", Map.of("digits", shown("digits")));

        Response record = get(200, volunteer, "/api/v1/service-records?sessionId=" + session);
        assertThat(record.<List<String>>path("items.provenance")).containsExactly("SCANNED");
        assertThat(record.<Integer>path("items[0].minutes")).isEqualTo(90);
        assertThat(record.<String>path("items[0].teamId")).isEqualTo(team.toString());
        String id = record.path("items[0].id");
        assertThat(post(200, leader, "/api/v1/service-records/" + id + "/confirmation", null)
                        .<String>path("status"))
                .isEqualTo("CONFIRMED");
        assertThat(get(200, leader, CHECK_INS + "?sessionId=" + session).<List<String>>path("items.id"))
                .containsExactly(pair);
    }

    @Test
    @DisplayName("ends by rule for whoever forgets to check out, marked; whoever did not come is marked as missing")
    void endsByRule() {
        Person other = here.volunteer();
        String came = signUp(volunteer, session);
        String missed = signUp(other, session);
        gatherings.until(start);
        post(201, volunteer, CHECK_INS, Map.of("code", shown("code")));

        gatherings.until(start.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(31)));

        await().atMost(PATIENCE).until(() -> status(other, missed).equals("NO_SHOW"));
        assertThat(status(volunteer, came)).isEqualTo("ATTENDED");
        assertThat(get(200, leader, CHECK_INS + "?sessionId=" + session).<List<String>>path("items.outBy"))
                .containsExactly("CLOSED_BY_RULE");
        Response record = get(200, leader, "/api/v1/service-records?sessionId=" + session);
        assertThat(record.<List<String>>path("items.provenance")).containsExactly("CLOSED_BY_RULE");
        assertThat(record.<List<String>>path("items.status")).containsExactly("PROPOSED");
        assertThat(Instant.parse(record.path("items[0].endedAt"))).isEqualTo(start.plus(Duration.ofHours(2)));
    }

    @Test
    @DisplayName("missed may have a reason: said once, decided by whoever organises, never by oneself")
    void aMissMayHaveAReason() {
        String missed = signUp(volunteer, session);
        gatherings.until(start.plus(Duration.ofHours(3)));
        await().atMost(PATIENCE).until(() -> status(volunteer, missed).equals("NO_SHOW"));

        step(409, leader, missed, "appeal/decision", Map.of("excused", true, "reason", "x"));
        step(403, leader, missed, "appeal", Map.of("reason", "x"));
        step(200, volunteer, missed, "appeal", Map.of("reason", "家人住院"));
        step(409, volunteer, missed, "appeal", Map.of("reason", "x"));
        step(403, volunteer, missed, "appeal/decision", Map.of("excused", true, "reason", "x"));
        assertThat(get(200, leader, "/api/v1/sign-ups/" + missed).<String>path("appeal"))
                .isEqualTo("家人住院");
        step(200, leader, missed, "appeal/decision", Map.of("excused", true, "reason", "情况属实"));

        assertThat(status(volunteer, missed)).isEqualTo("EXCUSED");
        assertThat(get(200, volunteer, "/api/v1/sign-ups/" + missed).<String>path("answer"))
                .isEqualTo("情况属实");
    }

    @Test
    @DisplayName("without a sign-up is noted on the list while places are left, and not beyond")
    void walkInsWhilePlacesAreLeft() {
        signUp(volunteer, session);
        Person walkIn = here.volunteer();
        Person tooMany = here.volunteer();
        gatherings.until(start.plus(Duration.ofHours(1)));
        Instant until = clock.now().minusSeconds(60);

        post(404, volunteer, CHECK_INS + "/leader-list", line(walkIn, start, until));
        post(201, leader, CHECK_INS + "/leader-list", line(walkIn, start, until));

        assertThat(post(409, leader, CHECK_INS + "/leader-list", line(tooMany, start, until))
                        .<List<String>>path("details.reasons.code"))
                .containsExactly("session-full");
        Response signUps = get(200, leader, "/api/v1/sign-ups?status=ATTENDED&sessionId=" + session);
        assertThat(signUps.<List<String>>path("items.volunteerId"))
                .containsExactly(walkIn.id().toString());
        assertThat(signUps.<List<Boolean>>path("items.walkIn")).containsExactly(true);
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 2, "counted", 2));
    }

    @Test
    @DisplayName("told later by a device that was offline counts once, marked, and never beside what a code has proven")
    void offlineClaimsCountOnce() {
        String signUp = signUp(volunteer, session);
        gatherings.until(start.plus(Duration.ofMinutes(100)));
        Map<String, Object> claim = claim(UUID.randomUUID(), start, start.plus(Duration.ofMinutes(90)));

        String pair = post(201, volunteer, CHECK_INS + "/offline-claims", claim).path("id");
        assertThat(post(201, volunteer, CHECK_INS + "/offline-claims", claim).<String>path("id"))
                .isEqualTo(pair);

        assertThat(status(volunteer, signUp)).isEqualTo("ATTENDED");
        Response records = get(200, leader, "/api/v1/service-records?sessionId=" + session);
        assertThat(records.<List<String>>path("items.provenance")).containsExactly("CLAIMED_OFFLINE");
        Map<String, Object> again = claim(UUID.randomUUID(), start.plusSeconds(60), start.plusSeconds(120));
        assertThat(post(409, volunteer, CHECK_INS + "/offline-claims", again).<String>path("code"))
                .isEqualTo("presence-overlaps");
        assertThat(post(409, leader, CHECK_INS + "/offline-claims", again).<String>path("code"))
                .isEqualTo("not-signed-up");
        // and its name stands for this session alone
        Instant later = start.plus(Duration.ofHours(5));
        UUID other = gatherings.session(Gatherings.Terms.open(team), 2, later, Duration.ofHours(2));
        signUp(volunteer, other);
        Map<String, Object> elsewhere = new HashMap<>(claim);
        elsewhere.put("sessionId", other);
        elsewhere.put("arrivedAt", later.toString());
        elsewhere.put("leftAt", later.plusSeconds(600).toString());
        gatherings.until(later.plusSeconds(700));
        assertThat(post(409, volunteer, CHECK_INS + "/offline-claims", elsewhere)
                        .<String>path("code"))
                .isEqualTo("claim-used-elsewhere");
    }

    @Test
    @DisplayName(
            "of whoever came early ends when the session is called off, and the minutes are for the leader to judge")
    void endsWithASessionCalledOff() {
        signUp(volunteer, session);
        gatherings.until(start.minus(Duration.ofMinutes(10)));
        post(201, volunteer, CHECK_INS, Map.of("code", shown("code")));
        gatherings.until(start.minus(Duration.ofMinutes(2)));

        post(200, leader, "/api/v1/sessions/" + session + "/cancellation", Map.of("reason", "下雨"));

        await().atMost(PATIENCE)
                .until(
                        () -> get(200, leader, CHECK_INS + "?sessionId=" + session)
                                .<List<String>>path("items.outBy"),
                        List.of("CLOSED_BY_RULE")::equals);
        Response record = get(200, leader, "/api/v1/service-records?sessionId=" + session);
        assertThat(record.<Integer>path("items[0].minutes")).isBetween(8, 9);
        assertThat(record.<List<String>>path("items.status")).containsExactly("PROPOSED");
    }

    @Test
    @DisplayName("of a party that waits is noted on the list only if there is room for all of it")
    void aPartyThatWaits() {
        Person other = here.volunteer();
        Person parent = here.volunteer();
        signUp(volunteer, session);
        Map<String, Object> family = wish(session);
        family.put("guests", 1);
        post(201, parent, "/api/v1/sign-ups", family);
        gatherings.until(start.minus(Duration.ofMinutes(5)));
        Instant now = clock.now();

        assertThat(post(409, leader, CHECK_INS + "/leader-list", line(parent, now.minusSeconds(60), now))
                        .<List<String>>path("details.reasons.code"))
                .containsExactly("session-full");
        post(201, leader, CHECK_INS + "/leader-list", line(other, now.minusSeconds(60), now));
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 2, "counted", 2));
    }

    @Test
    @DisplayName("opened by a code is closed by the claim of a device that went offline; too late is too late")
    void aClaimClosesWhatACodeOpened() {
        signUp(volunteer, session);
        gatherings.until(start);
        String pair =
                post(201, volunteer, CHECK_INS, Map.of("code", shown("code"))).path("id");
        gatherings.until(start.plus(Duration.ofHours(1)));
        Map<String, Object> claim = claim(UUID.randomUUID(), start, clock.now().minusSeconds(5));

        Response closed = post(201, volunteer, CHECK_INS + "/offline-claims", claim);

        assertThat(closed.<String>path("id")).isEqualTo(pair);
        assertThat(closed.<String>path("inBy")).isEqualTo("SCANNED_CODE");
        assertThat(closed.<String>path("outBy")).isEqualTo("CLAIMED_OFFLINE");
        gatherings.until(start.plus(Duration.ofHours(2)).plus(Duration.ofDays(3)));
        Map<String, Object> late = claim(UUID.randomUUID(), start.plusSeconds(4000), start.plusSeconds(5000));
        assertThat(post(409, volunteer, CHECK_INS + "/offline-claims", late).<String>path("code"))
                .isEqualTo("claim-too-late");
    }

    private String shown(String what) {
        return get(200, leader, CHECK_INS + "/codes/" + session).path(what);
    }

    private Response arrive(int status, Person who, UUID at) {
        Map<String, Object> body = new HashMap<>(Map.of("sessionId", at));
        body.put("digits", shown("digits"));
        return post(status, who, CHECK_INS, body);
    }

    private Map<String, Object> line(Person who, Instant arrivedAt, Instant leftAt) {
        return Map.of(
                "sessionId", session,
                "volunteerId", who.id(),
                "arrivedAt", arrivedAt.toString(),
                "leftAt", leftAt.toString());
    }

    private Map<String, Object> claim(UUID id, Instant arrivedAt, Instant leftAt) {
        return Map.of(
                "claimId", id, "sessionId", session, "arrivedAt", arrivedAt.toString(), "leftAt", leftAt.toString());
    }
}
