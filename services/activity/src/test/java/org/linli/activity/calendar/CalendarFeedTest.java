package org.linli.activity.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Neighbourhood.put;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.plan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A calendar feed")
class CalendarFeedTest {
    private static final String FEEDS = "/api/v1/calendar-feeds";

    Surroundings surroundings;

    private Neighbourhood here;
    private Programmes programme;
    private Person volunteer;

    @BeforeEach
    void aVolunteer() {
        here = new Neighbourhood(surroundings);
        programme = new Programmes(here);
        volunteer = here.volunteer();
    }

    @Test
    @DisplayName("shows the sessions one signed up for, as they are now, to whoever knows its address")
    void showsTheSessionsOneSignedUpFor() {
        // Given a place, a place on the waitlist and one that is given up
        Map<String, Object> plan = plan("title", "清洁家园; 带手套, 谢谢\\n!");
        String sure = programme.session(programme.published(plan), 30, 3);
        String waiting = programme.session(programme.published(), 50, 1);
        signUp(here.volunteer(), waiting);
        signUp(volunteer, sure);
        signUp(volunteer, waiting);
        String url = post(201, volunteer, FEEDS, null).path("url");
        // When
        List<VEvent> events = read(url);
        // Then
        assertThat(events)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .containsExactly(sure + "@linli", waiting + "@linli");
        assertThat(events).extracting(event -> event.getStatus().getValue()).containsExactly("CONFIRMED", "TENTATIVE");
        assertThat(events.getFirst().getSummary().getValue()).isEqualTo("清洁家园; 带手套, 谢谢\\n!");
        assertThat(events.getFirst().getLocation().getValue()).isEqualTo("中心花园东门");
        // and what becomes of it
        put(200, programme.leader(), "/api/v1/sessions/" + sure, null, Programmes.session(40, 3));
        post(200, programme.leader(), "/api/v1/sessions/" + waiting + "/cancellation", BECAUSE);
        List<VEvent> later = read(url);
        assertThat(later.getFirst().getSequence().getSequenceNo()).isEqualTo(1);
        assertThat(later.getLast().getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("tells its address once, keeps no secret, and ends when it is revoked")
    void endsWhenItIsRevoked() {
        // Given
        var made = post(201, volunteer, FEEDS, null);
        String url = made.path("url");
        String id = made.path("id");
        get(200, volunteer, FEEDS).then().body("items.id", contains(id)).body("items[0].url", nullValue());
        given().get(path(url)).then().statusCode(200).header("Content-Type", startsWith("text/calendar"));
        String secret = path(url).substring("/calendars/".length()).replace(".ics", "");
        assertThat(surroundings
                        .database()
                        .query(
                                "select encode(fingerprint, 'escape') as kept from calendar_feed"
                                        + " where id = cast(? as uuid)",
                                id)
                        .toString())
                .doesNotContain(secret);
        // When somebody else revokes it, and then the owner
        given().auth()
                .oauth2(here.volunteer().token())
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(404);
        given().auth().oauth2(volunteer.token()).delete(FEEDS + "/" + id).then().statusCode(204);
        // Then
        given().get(path(url)).then().statusCode(404).body("code", equalTo("not-found"));
        get(200, volunteer, FEEDS).then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("is for volunteers who may serve, five at the most")
    void isForVolunteers() {
        post(403, here.somebody(), FEEDS, null).then().body("code", equalTo("forbidden"));
        Person suspended = here.volunteer();
        here.suspend(suspended);
        post(409, suspended, FEEDS, null).then().body("code", equalTo("volunteer-may-not-serve"));
        for (int made = 0; made < 5; made++) {
            post(201, volunteer, FEEDS, null);
        }
        post(409, volunteer, FEEDS, null).then().body("code", equalTo("too-many-feeds"));
        given().get("/calendars/" + "A".repeat(43) + ".ics").then().statusCode(404);
        given().get("/calendars/x.ics").then().statusCode(404);
    }

    @Test
    @DisplayName("belongs to a list of what one may take that knows what one has promised")
    void promisesCountInTheList() {
        String taken = programme.session(programme.published(), 30, 3);
        String sameTime = programme.session(programme.published(), 31, 3);
        signUp(volunteer, taken);
        get(200, volunteer, "/api/v1/sessions?division=" + here.community().value())
                .then()
                .body("items.id", contains(taken, sameTime))
                .body("items[0].reasons", contains("already-signed-up"))
                .body("items[1].reasons", contains("time-conflict"));
    }

    private void signUp(Person who, String session) {
        post(201, who, "/api/v1/sign-ups", Map.of("sessionId", session, "waitlist", true));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/calendars/"));
    }

    private static List<VEvent> read(String url) {
        String text = given().get(path(url)).then().statusCode(200).extract().asString();
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        try {
            return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }
}
