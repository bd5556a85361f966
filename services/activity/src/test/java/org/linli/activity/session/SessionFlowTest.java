package org.linli.activity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Neighbourhood.put;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.of;
import static org.linli.activity.Programmes.plan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Sessions")
class SessionFlowTest {
    private static final String SESSIONS = "/api/v1/sessions";

    Surroundings surroundings;

    private Neighbourhood here;
    private Programmes programme;
    private Person leader;

    @BeforeEach
    void aTeam() {
        here = new Neighbourhood(surroundings);
        programme = new Programmes(here);
        leader = programme.leader();
    }

    @Test
    @DisplayName("are moved and cancelled one by one, and tell of it")
    void areMovedAndCancelledOneByOne() {
        // Given
        String id = programme.session(programme.published(), 30, 3);
        Person participant = here.volunteer();
        post(201, participant, "/api/v1/sign-ups", Map.of("sessionId", id));
        // When
        put(200, leader, SESSIONS + "/" + id, "\"1\"", Programmes.session(40, 5))
                .then()
                .header("ETag", "\"2\"")
                .body("placesLeft", equalTo(4));
        // Then
        put(412, leader, SESSIONS + "/" + id, "\"1\"", Programmes.session(41, 5));
        put(403, here.volunteer(), SESSIONS + "/" + id, null, Programmes.session(41, 5));
        put(400, leader, SESSIONS + "/" + id, null, Programmes.session(-3, 5))
                .then()
                .body("code", equalTo("session-in-the-past"))
                .body("field", equalTo("startsAt"));
        post(200, leader, SESSIONS + "/" + id + "/cancellation", BECAUSE);
        post(409, leader, SESSIONS + "/" + id + "/cancellation", BECAUSE)
                .then()
                .body("code", equalTo("session-cancelled"));
        get(200, leader, SESSIONS + "/" + id).then().body("reason", equalTo("下雨"));
        get(200, participant, SESSIONS + "/" + id).then().body("reason", equalTo("下雨"));
        get(200, here.somebody(), SESSIONS + "/" + id)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("reason", nullValue());
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", id))
                .extracting(OnTopic::type)
                .containsExactly(
                        "linli.activity.session.scheduled.v1",
                        "linli.activity.session.changed.v1",
                        "linli.activity.session.cancelled.v1"));
    }

    @Test
    @DisplayName("of a draft are not there yet, and nobody else sees them")
    void areScheduledForWhatIsPublished() {
        String draft = programme.draft(plan());
        post(409, leader, of(draft, "sessions"), Programmes.session(30, 3))
                .then()
                .body("code", equalTo("activity-not-published"));
        get(404, here.volunteer(), of(draft, "sessions"));
        post(404, here.volunteer(), of(draft, "sessions"), Programmes.session(30, 3));
        post(403, here.volunteer(), of(programme.published(), "sessions"), Programmes.session(30, 3));
    }

    @Test
    @DisplayName("of something risky lie within its insurance")
    void ofSomethingRiskyLieWithinItsInsurance() {
        String id = programme.draft(plan("risky", true));
        put(200, leader, of(id, "insurance"), null, Programmes.insurance(10));
        post(200, leader, of(id, "publication"), null);
        post(201, leader, of(id, "sessions"), Programmes.session(30, 3));
        post(409, leader, of(id, "sessions"), Programmes.session(24 * 13, 3))
                .then()
                .body("code", equalTo("insurance-does-not-cover"))
                .body("field", equalTo("startsAt"));
    }

    @Test
    @DisplayName("to come are listed next one first, page by page, with places left and what keeps one from them")
    void toComeAreListed() {
        // Given one for everybody, one for members only with a skill nobody has, one cancelled and one full
        String open = programme.session(programme.published(), 50, 3);
        Map<String, Object> closed = plan("teamOnly", true);
        closed.put("skills", List.of("diving"));
        String forFew = programme.session(programme.published(closed), 40, 3);
        post(200, leader, SESSIONS + "/" + programme.session(programme.published(), 30, 3) + "/cancellation", BECAUSE);
        String full = programme.session(programme.published(), 60, 1);
        surroundings.database().execute("update activity_session set taken = 1 where id = cast(? as uuid)", full);
        String list = SESSIONS + "?division=" + here.community().value();
        // When
        get(200, here.volunteer(), list)
                .then()
                .body("items.id", contains(forFew, open, full))
                .body("items.placesLeft", contains(3, 3, 0))
                .body("items[0].reasons", contains("volunteer-not-of-team", "skill-missing"))
                .body("items[1].reasons", empty())
                .body("items[2].reasons", contains("session-full"));
        // Then a page ends where the next begins
        String next = get(200, leader, list + "&limit=2").path("next");
        get(200, leader, list + "&limit=2&after=" + next).then().body("items.id", contains(full));
        get(200, leader, list + "&free=true").then().body("items.id", contains(forFew, open));
        get(200, here.somebody(), list).then().body("items[1].reasons", contains("volunteer-may-not-serve"));
        get(200, leader, of(programme.published(), "sessions")).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("to come are found around a place, with their distance")
    void toComeAreFoundAroundAPlace() {
        // Given one where it always is and one 1.1 km north of it
        String near = programme.session(programme.published(), 30, 3);
        Map<String, Object> north = plan("place", Map.of("address", "北门", "longitude", 102.7401, "latitude", 25.0902));
        String further = programme.session(programme.published(north), 31, 3);
        String around = SESSIONS + "?division=" + here.community().value() + "&longitude=102.7401&latitude=25.0802";
        // When, then
        get(200, leader, around + "&metres=1000")
                .then()
                .body("items.id", contains(near))
                .body("items[0].metres", equalTo(0));
        get(200, leader, around + "&metres=1200")
                .then()
                .body("items.id", containsInAnyOrder(near, further))
                .body("items[1].metres", lessThan(1200));
        get(400, leader, around + "&metres=0");
    }
}
