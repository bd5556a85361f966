package org.linli.activity.signup;

import static io.restassured.RestAssured.given;
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
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Gatherings;
import org.linli.activity.Gatherings.Terms;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A sign-up for a session")
class SignUpFlowTest {
    private static final Duration DAYS = Duration.ofDays(2);

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Gatherings gatherings;

    @BeforeEach
    void settle() {
        here = new Neighbourhood(surroundings);
        gatherings = new Gatherings(here, surroundings, clock);
    }

    @Test
    @DisplayName("waits in order; a place given back is offered to the next, who takes it in time")
    void waitsAndIsPromoted() {
        UUID session = gatherings.session(null, 1, DAYS);
        List<Person> people = here.volunteers(3);
        String first = signUp(people.get(0), session);
        String second = signUp(people.get(1), session);
        String third = signUp(people.get(2), session);
        assertThat(position(people.get(1), second)).isEqualTo(1);
        assertThat(position(people.get(2), third)).isEqualTo(2);

        step(200, people.get(0), first, "withdrawal", null);

        assertThat(status(people.get(1), second)).isEqualTo("OFFERED");
        assertThat(position(people.get(2), third)).isEqualTo(1);
        assertThat(step(409, people.get(2), third, "confirmation", Map.of()).<String>path("code"))
                .isEqualTo("place-not-offered");
        step(200, people.get(1), second, "confirmation", Map.of());
        assertThat(status(people.get(1), second)).isEqualTo("CONFIRMED");
        // and whoever withdrew may sign up again, behind those who wait
        assertThat(position(people.get(0), signUp(people.get(0), session))).isEqualTo(2);
    }

    @Test
    @DisplayName("loses an offered place that is not taken in time to the next; at the begin nobody waits any more")
    void losesAnOffer() {
        UUID session = gatherings.session(null, 1, DAYS);
        List<Person> people = here.volunteers(4);
        String first = signUp(people.get(0), session);
        String second = signUp(people.get(1), session);
        String third = signUp(people.get(2), session);
        String fourth = signUp(people.get(3), session);
        step(200, people.get(0), first, "withdrawal", null);
        Instant until = Instant.parse(
                get(200, people.get(1), "/api/v1/sign-ups/" + second).path("offeredUntil"));

        gatherings.until(until);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> status(people.get(1), second).equals("LAPSED"));
        assertThat(step(409, people.get(1), second, "confirmation", Map.of()).<String>path("code"))
                .isEqualTo("offer-lapsed");
        assertThat(status(people.get(2), third)).isEqualTo("OFFERED");
        step(200, people.get(2), third, "confirmation", Map.of());

        gatherings.until(clock.now().plus(DAYS));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status(people.get(3), fourth).equals("LAPSED"));
        assertThat(step(409, people.get(2), third, "withdrawal", null).<String>path("code"))
                .isEqualTo("session-over");
    }

    @Test
    @DisplayName("is refused with every reason at once, each with code, sentence and field")
    @SuppressWarnings("unchecked") // the answer is JSON of a known form
    void isRefusedWithEveryReason() {
        UUID session = gatherings.session(
                new Terms(null, "{FROM_60}", "{driving}", false, true),
                5,
                clock.now().plus(DAYS),
                Duration.ofHours(2));
        Person youth = here.volunteer(here.community(), VolunteerStatus.VERIFIED, AgeBand.FROM_14_TO_15);

        var problem = post(409, youth, "/api/v1/sign-ups", wish(session)).jsonPath();

        assertThat(problem.getString("code")).isEqualTo("not-eligible");
        List<Map<String, Object>> reasons = problem.getList("details.reasons");
        assertThat(reasons)
                .extracting(reason -> reason.get("code"))
                .containsExactly("age-not-admitted", "minors-barred", "guardian-consent-missing", "skill-missing");
        assertThat(reasons).allMatch(reason -> !reason.get("title").equals(reason.get("code")));
        assertThat(reasons.getLast().get("title")).asString().contains("driving");
        assertThat(reasons).extracting(reason -> reason.get("field")).containsOnly("volunteerId");
    }

    @Test
    @DisplayName(
            "at the time of another, or of an accepted order, is refused; with little time between it must be accepted")
    void conflictsOfTime() {
        Visits visits = new Visits(here, clock);
        Person volunteer = here.volunteer();
        Instant nine = clock.now().plus(DAYS);
        UUID first = gatherings.session(Terms.open(null), 5, nine, Duration.ofHours(2));
        UUID same = gatherings.session(Terms.open(null), 5, nine.plusSeconds(7199), Duration.ofHours(2));
        UUID tight = gatherings.session(Terms.open(null), 5, nine.plusSeconds(7200 + 600), Duration.ofHours(1));
        UUID withOrder = gatherings.session(Terms.open(null), 5, nine.minus(Duration.ofHours(5)), Duration.ofHours(1));
        signUp(volunteer, first);
        visits.taken(volunteer, nine.minus(Duration.ofHours(5)), nine.minus(Duration.ofHours(4)));

        assertThat(reasons(volunteer, wish(same))).containsExactly("time-conflict");
        assertThat(reasons(volunteer, wish(withOrder))).containsExactly("time-conflict");
        assertThat(reasons(volunteer, wish(tight))).containsExactly("little-time-between");
        assertThat(obstacles(volunteer, withOrder)).containsExactly("time-conflict");
        String order = visits.offered(volunteer, nine.plusSeconds(60), nine.plusSeconds(120));
        assertThat(post(409, volunteer, "/api/v1/requests/" + order + "/acceptance", null)
                        .<String>path("code"))
                .isEqualTo("time-conflict");
        UUID soon = gatherings.session(Terms.open(null), 5, clock.now().plusSeconds(600), Duration.ofHours(1));
        assertThat(obstacles(volunteer, soon)).containsExactly("sign-up-closed");
        Map<String, Object> accepting = wish(tight);
        accepting.put("acceptSoftConflicts", true);
        assertThat(post(201, volunteer, "/api/v1/sign-ups", accepting).<List<String>>path("warnings.code"))
                .containsExactly("little-time-between");
    }

    @Test
    @DisplayName("brings guests who take places of their own; a place is offered to the next for whom it suffices")
    void bringsGuests() {
        UUID session = gatherings.session(null, 4, DAYS);
        List<Person> people = here.volunteers(4);
        String family = post(201, people.get(0), "/api/v1/sign-ups", withGuests(session, 2))
                .path("id");
        String alone = signUp(people.get(1), session);
        String couple = post(201, people.get(2), "/api/v1/sign-ups", withGuests(session, 1))
                .path("id");
        String last = signUp(people.get(3), session);
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 4, "counted", 4));

        step(200, people.get(1), alone, "withdrawal", null);

        assertThat(status(people.get(2), couple)).isEqualTo("WAITLISTED");
        assertThat(status(people.get(3), last)).isEqualTo("OFFERED");
        Person late = here.volunteer();
        String latest = signUp(late, session);
        assertThat(position(late, latest)).isEqualTo(2);
        step(200, people.get(0), family, "withdrawal", null);
        assertThat(status(people.get(2), couple)).isEqualTo("OFFERED");
        assertThat(status(late, latest)).isEqualTo("OFFERED");
        assertThat(reasons(people.get(0), withGuests(session, 3))).containsExactly("too-many-guests");
    }

    @Test
    @DisplayName(
            "is offered a larger party only when all its places are free; meanwhile newcomers who fit have a place")
    void newcomersWhoFitHaveAPlace() {
        UUID session = gatherings.session(null, 2, DAYS);
        List<Person> people = here.volunteers(3);
        String first = signUp(people.get(0), session);
        String couple = post(201, people.get(1), "/api/v1/sign-ups", withGuests(session, 1))
                .path("id");

        String newcomer = signUp(people.get(2), session);

        assertThat(status(people.get(2), newcomer)).isEqualTo("CONFIRMED");
        assertThat(status(people.get(1), couple)).isEqualTo("WAITLISTED");
        step(200, people.get(0), first, "withdrawal", null);
        assertThat(status(people.get(1), couple)).isEqualTo("WAITLISTED");
        step(200, people.get(2), newcomer, "withdrawal", null);
        assertThat(status(people.get(1), couple)).isEqualTo("OFFERED");
    }

    @Test
    @DisplayName("is seen and struck off with a reason by whoever organises the session, and by nobody else")
    void isStruckOff() {
        Person leader = here.volunteer();
        Person stranger = here.volunteer();
        UUID session = gatherings.session(here.team(List.of(leader)), 1, DAYS);
        List<Person> people = here.volunteers(2);
        String first = signUp(people.get(0), session);
        String second = signUp(people.get(1), session);

        assertThat(get(200, leader, "/api/v1/sign-ups?sessionId=" + session).<List<String>>path("items.id"))
                .containsExactly(first, second);
        assertThat(get(200, stranger, "/api/v1/sign-ups?sessionId=" + session).<List<String>>path("items.id"))
                .isEmpty();
        step(404, stranger, first, "cancellation", Map.of("reason", "x"));
        step(403, people.get(0), first, "cancellation", Map.of("reason", "x"));
        step(200, leader, first, "cancellation", Map.of("reason", "重复报名"));

        assertThat(get(200, people.get(0), "/api/v1/sign-ups/" + first).<String>path("reason"))
                .isEqualTo("重复报名");
        assertThat(status(people.get(1), second)).isEqualTo("OFFERED");
    }

    @Test
    @DisplayName("is cancelled with its session; more places let those who wait move up")
    void followsItsSession() {
        Person leader = here.volunteer();
        Instant start = clock.now().plus(DAYS);
        UUID session = gatherings.session(Terms.open(here.team(List.of(leader))), 1, start, Duration.ofHours(2));
        List<Person> people = here.volunteers(2);
        String first = signUp(people.get(0), session);
        String second = signUp(people.get(1), session);

        given().auth()
                .oauth2(leader.token())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "startsAt",
                        start.toString(),
                        "endsAt",
                        start.plusSeconds(7200).toString(),
                        "capacity",
                        2))
                .put("/api/v1/sessions/" + session)
                .then()
                .statusCode(200);
        assertThat(status(people.get(1), second)).isEqualTo("OFFERED");
        post(200, leader, "/api/v1/sessions/" + session + "/cancellation", Map.of("reason", "下雨"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> status(people.get(0), first).equals("CANCELLED"));
        assertThat(status(people.get(1), second)).isEqualTo("CANCELLED");
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 0, "counted", 0));
        assertThat(reasons(here.volunteer(), wish(session))).contains("session-called-off");
    }

    @Test
    @DisplayName("is not possible for a while after three sessions were missed without a reason")
    void isBarredAfterThreeMisses() {
        Person volunteer = here.volunteer();
        for (int missed = 0; missed < 3; missed++) {
            UUID session = gatherings.session(null, 1, DAYS);
            String id = signUp(volunteer, session);
            gatherings.move(session, clock.now().minus(Duration.ofHours(3)), Duration.ofHours(2));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> status(volunteer, id).equals("NO_SHOW"));
        }

        UUID next = gatherings.session(null, 1, DAYS);
        assertThat(reasons(volunteer, wish(next))).containsExactly("sign-up-barred");
        assertThat(obstacles(volunteer, next)).containsExactly("sign-up-barred");
    }

    /** What the list of what one may take now says against a session. */
    private List<String> obstacles(Person who, UUID session) {
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        return get(
                        200,
                        who,
                        "/api/v1/sessions?limit=200&division="
                                + here.community().value())
                .path("items.find { it.id == '" + session + "' }.reasons");
    }

    private Map<String, Object> withGuests(UUID session, int guests) {
        Map<String, Object> body = wish(session);
        body.put("guests", guests);
        return body;
    }

    static List<String> reasons(Person by, Map<String, Object> body) {
        return post(409, by, "/api/v1/sign-ups", body).path("details.reasons.code");
    }

    private static Integer position(Person by, String signUp) {
        return get(200, by, "/api/v1/sign-ups/" + signUp).path("position");
    }
}
