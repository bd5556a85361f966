package org.linli.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.test.TraceOf;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class InboxTest {
    Surroundings surroundings;

    @Test
    void aVolunteerFindsTheirPointsInBothLanguages() {
        // Given a volunteer known to notification
        Story story = new Story(surroundings);
        // When points are posted
        story.pointsPosted(1, 200, 200);
        // Then
        story.awaitMessages(1);
        as(story.subject())
                .header("Accept-Language", "en")
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sequence", is(1))
                .body("items[0].kind", equalTo("points-credited"))
                .body("items[0].text", equalTo("2 points were credited. Balance: 2."))
                .body("items[0].read", is(false));
        as(story.subject())
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/inbox")
                .then()
                .body("items[0].title", equalTo("积分到账"));
    }

    @Test
    void aRedeliveredEventIsOneMessage() {
        // Given
        Story story = new Story(surroundings);
        UUID event = UUID.randomUUID();
        // When the same event arrives three times, then another
        story.pointsPosted(event, 1, 100, 100);
        story.pointsPosted(event, 1, 100, 100);
        story.pointsPosted(event, 1, 100, 100);
        story.pointsPosted(2, 50, 150);
        // Then
        story.awaitMessages(2);
        assertThat(story.numbers()).containsExactly(1L, 2L);
        // a unique key would refuse the repetition, too, but as a dead letter
        await().until(() -> surroundings.database().count("select count(*) from outbox") == 0);
        assertThat(surroundings.events().all(surroundings.deadTopic()))
                .extracting(OnTopic::id)
                .doesNotContain(event.toString());
    }

    @Test
    void aMessageForSomebodyUnknownWaitsUntilTheyAreKnown() {
        // Given an event about a volunteer nobody told us of yet
        Story story = Story.ofAStranger(surroundings);
        story.pointsPosted(1, 100, 100);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from waiting_message where audience_id = ?",
                                        story.volunteerId())
                        == 1);
        // When
        story.becomesKnown();
        // Then
        story.awaitMessages(1);
        assertThat(surroundings
                        .database()
                        .count("select count(*) from waiting_message where audience_id = ?", story.volunteerId()))
                .isZero();
    }

    @Test
    void ofWhoeverWasErasedNothingIsLeftAndNothingComesAgain() {
        // Given somebody with a message
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.awaitMessages(1);
        as(story.subject())
                .get("/api/v1/personal-data/notification")
                .then()
                .statusCode(200)
                .body("parts.table", hasItem("inbox"));
        // When registration tells that they were erased, and points tell of them once more
        story.isErased();
        story.pointsPosted(2, 100, 200);
        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TraceOf.in(surroundings.database())
                                .tables(List.of(story.account().toString()), Set.of("outbox")))
                        .isEmpty());
        assertThat(surroundings
                        .database()
                        .count("select count(*) from waiting_message where audience_id = ?", story.volunteerId()))
                .isZero();
    }

    @Test
    void nobodyReadsUnderTheIdThatStandsWhereTheSignInOfAnErasedPersonStood() {
        // Given somebody who was erased, and an activity of theirs that is told of since
        Story story = new Story(surroundings);
        story.isErased();
        // When it is cancelled, and then somebody else's, which is read after it
        story.activityCancelled(story.volunteerId());
        Story other = new Story(surroundings);
        story.activityCancelled(other.account());
        // Then
        other.awaitMessages(1);
        assertThat(surroundings
                        .database()
                        .count("select count(*) from inbox where account_id = ?", story.volunteerId()))
                .isZero();
    }

    @Test
    void theErasureOfSomebodyWithoutASignInTakesNothingOfOthersAway() {
        // Given a message that waits for nobody in particular
        UUID event = UUID.randomUUID();
        surroundings
                .database()
                .execute(
                        "insert into waiting_message (audience, audience_id, event_id, kind, subject_type, subject_id,"
                                + " details, happened_at) values ('VOLUNTEER', ?, ?, 'points-credited', 'posting', 'p',"
                                + " '{}', now())",
                        new UUID(0, 0),
                        event);
        Story story = Story.ofAStranger(surroundings);
        // When
        story.isErased(null);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from due_work where subject like ?", story.volunteerId() + "%")
                        == 0);
        // Then
        assertThat(surroundings.database().execute("delete from waiting_message where event_id = ?", event))
                .isOne();
    }

    @Test
    void readingIsCountedOnce() {
        // Given
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.pointsPosted(2, 100, 200);
        story.awaitMessages(2);
        // When the first is read twice
        as(story.subject())
                .post("/api/v1/inbox/1/reading")
                .then()
                .statusCode(200)
                .body("read", is(true));
        as(story.subject()).post("/api/v1/inbox/1/reading").then().statusCode(200);
        // Then
        as(story.subject())
                .get("/api/v1/inbox/summary")
                .then()
                .body("unread", is(1))
                .body("newest", is(2));
        as(story.subject())
                .queryParam("unread", true)
                .get("/api/v1/inbox")
                .then()
                .body("items", hasSize(1));
        // When everything is read
        as(story.subject())
                .contentType("application/json")
                .body("{\"sequence\": 2}")
                .post("/api/v1/inbox/reading")
                .then()
                .statusCode(200)
                .body("unread", is(0));
    }

    @Test
    void anArchivedMessageLeavesTheList() {
        // Given
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.awaitMessages(1);
        // When
        as(story.subject())
                .post("/api/v1/inbox/1/archiving")
                .then()
                .statusCode(200)
                .body("archived", is(true));
        // Then
        as(story.subject()).get("/api/v1/inbox").then().body("items", hasSize(0));
        as(story.subject())
                .queryParam("archived", true)
                .get("/api/v1/inbox")
                .then()
                .body("items", hasSize(1));
        as(story.subject()).get("/api/v1/inbox/summary").then().body("unread", is(0));
    }

    @Test
    void nobodyReadsAnothersInbox() {
        // Given
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.awaitMessages(1);
        // When, then
        String stranger = Surroundings.anyone();
        as(stranger).get("/api/v1/inbox").then().statusCode(200).body("items", hasSize(0));
        as(stranger)
                .post("/api/v1/inbox/1/reading")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        given().get("/api/v1/inbox").then().statusCode(401).body("code", equalTo("token-missing"));
    }

    @Test
    void theListContinuesWhereThePageEnded() {
        // Given three messages
        Story story = new Story(surroundings);
        List.of(1, 2, 3).forEach(number -> story.pointsPosted(number, 100, 100L * number));
        story.awaitMessages(3);
        // When
        String next = as(story.subject())
                .queryParam("limit", 2)
                .get("/api/v1/inbox")
                .then()
                .body("items.sequence", equalTo(List.of(3, 2)))
                .extract()
                .path("next");
        // Then
        as(story.subject())
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get("/api/v1/inbox")
                .then()
                .body("items.sequence", equalTo(List.of(1)))
                .body("next", nullValue());
    }

    private RequestSpecification as(String subject) {
        return given().auth().oauth2(surroundings.issuer().tokenFor(subject));
    }

    static UUID account(Surroundings surroundings, String subject) {
        return AccountId.of(surroundings.issuer().url(), subject);
    }
}
