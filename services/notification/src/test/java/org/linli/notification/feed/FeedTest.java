package org.linli.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The feed of a district")
class FeedTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    Surroundings surroundings;

    @Inject
    FeedRetentionUseCase retention;

    @Test
    @DisplayName("has its events in their order, numbered without gaps, page by page")
    void hasItsEventsInTheirOrder() {
        District district = new District(surroundings);
        assertThat(District.read(district.events(""))).isEmpty();
        List<UUID> requests = IntStream.range(0, 7)
                .mapToObj(n -> district.requestIsSubmitted())
                .toList();
        requests.forEach(district::requestIsCompleted);
        district.awaitEvents(14);

        Response first = district.events("?limit=5");
        first.then().contentType("application/cloudevents-batch+json");
        assertThat(District.numbers(District.read(first))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(first.header("Link"))
                .isEqualTo("</api/v1/events?after=%s&limit=5>; rel=\"next\"".formatted(first.header("Linli-Cursor")));
        List<JsonNode> all = district.everything(null, 5);
        assertThat(District.numbers(all))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 14).boxed().toList());
        requests.forEach(request -> assertThat(all)
                .filteredOn(event -> event.get("subject").asText().equals(request.toString()))
                .extracting(event -> event.get("sequence").asText())
                .containsExactly("1", "2"));
    }

    @Test
    @DisplayName("has an event once, however often it arrives")
    void hasAnEventOnce() {
        District district = new District(surroundings);
        UUID event = UUID.randomUUID();
        UUID request = UUID.randomUUID();
        IntStream.range(0, 3).forEach(again -> district.requestIsSubmitted(request, event));
        district.requestIsCompleted(request);
        district.awaitEvents(2);
        assertThat(district.everything(null, 100))
                .extracting(one -> one.get("type").asText())
                .containsExactly("linli.activity.request.submitted.v1", "linli.activity.request.completed.v1");
    }

    @Test
    @DisplayName("keeps only events of the types asked for, and its cursor passes the others")
    void keepsOnlyTheTypesAskedFor() {
        District district = new District(surroundings);
        UUID request = district.requestIsSubmitted();
        district.requestIsCompleted(request);
        district.requestIsSubmitted();
        district.awaitEvents(3);
        Response some = district.events("?types=linli.activity.request.completed.v1");
        assertThat(District.numbers(District.read(some))).containsExactly(2L);
        Response none = district.events("?types=linli.points.*");
        assertThat(District.read(none)).isEmpty();
        assertThat(none.header("Linli-Cursor")).isEqualTo(new FeedCursor(district.digits(), 3).text());
    }

    @Test
    @DisplayName("answers somebody who waits as soon as something happens, and with nothing when their time is over")
    void answersSomebodyWhoWaits() {
        District district = new District(surroundings);
        long begun = System.nanoTime();
        assertThat(District.read(district.events("?timeout=1"))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));

        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> district.events("?timeout=25"));
        district.requestIsSubmitted();
        await().atMost(SOON).until(waiting::isDone);
        assertThat(District.numbers(District.read(waiting.join()))).containsExactly(1L);
    }

    @Test
    @DisplayName("says where it stands, and from where on it is kept")
    void saysWhereItStands() {
        District district = new District(surroundings);
        IntStream.range(0, 3).forEach(n -> district.requestIsSubmitted());
        district.awaitEvents(3);
        String second = new FeedCursor(district.digits(), 2).text();
        district.calls()
                .get("/api/v1/events/summary?after=" + second)
                .then()
                .statusCode(200)
                .body("newest", equalTo(new FeedCursor(district.digits(), 3).text()))
                .body("oldest", equalTo(new FeedCursor(district.digits(), 0).text()))
                .body("waiting", equalTo(1));
    }

    @Test
    @DisplayName("says 410 and where to begin when what follows a cursor is not kept any more")
    void saysWhenSomethingIsNotKeptAnyMore() {
        District district = new District(surroundings);
        IntStream.range(0, 4).forEach(n -> district.requestIsSubmitted());
        district.awaitEvents(4);
        surroundings
                .database()
                .execute(
                        "update feed_event set arrived_at = arrived_at - interval '91 days'"
                                + " where district = ? and sequence <= 2",
                        district.digits());
        retention.forget().await().atMost(SOON);

        String oldest = new FeedCursor(district.digits(), 2).text();
        district.events("?after=" + new FeedCursor(district.digits(), 1).text())
                .then()
                .statusCode(410)
                .body("code", equalTo("cursor-gone"))
                .body("field", equalTo("after"))
                .body("details.oldest", equalTo(oldest));
        assertThat(District.numbers(District.read(district.events("?after=" + oldest))))
                .containsExactly(3L, 4L);
        assertThat(District.numbers(district.everything(null, 10))).containsExactly(3L, 4L);
        // a number that this feed never had: it was restored from before
        district.events("?after=" + new FeedCursor(district.digits(), 9).text())
                .then()
                .statusCode(410);
    }

    @Test
    @DisplayName("is for its district alone; whoever else asks is refused, and that is on record")
    void isForItsDistrictAlone() {
        District district = new District(surroundings);
        District other = new District(surroundings);
        String theirs = new FeedCursor(district.digits(), 0).text();
        for (String path : List.of("", "/stream", "/summary")) {
            other.calls()
                    .get("/api/v1/events" + path + "?after=" + theirs)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
        other.calls()
                .get("/api/v1/events/snapshot?district=" + district.digits())
                .then()
                .statusCode(403);
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from audit where action = 'feed.refused' and subject = ?"
                                        + " and account_id = ?",
                                district.digits(),
                                other.account()))
                .isOne();
    }

    @Test
    @DisplayName("ends for who waits when the role is taken away")
    void endsWithTheRole() {
        District district = new District(surroundings);
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> district.events("?timeout=25"));
        district.losesItsRole();
        district.requestIsSubmitted();
        await().atMost(SOON).until(waiting::isDone);
        waiting.join().then().statusCode(403);
    }

    @Test
    @DisplayName("begins with a snapshot, behind whose cursor everything else follows")
    void beginsWithASnapshot() {
        District district = new District(surroundings);
        UUID done = district.requestIsSubmitted();
        UUID open = district.requestIsSubmitted();
        district.requestIsCompleted(done);
        district.awaitEvents(3);
        Response snapshot = district.calls().get("/api/v1/events/snapshot");
        snapshot.then()
                .statusCode(200)
                .body("district", equalTo(district.digits()))
                .body("requests.subject", hasItem(open.toString()))
                .body("requests.subject", not(hasItem(done.toString())))
                .body("requests.state.status", hasItem("SUBMITTED"))
                .body("requests.sequence", hasItem("1"))
                .body("stations.size()", equalTo(0));
        district.requestIsCompleted(open);
        district.awaitEvents(4);
        String cursor = snapshot.jsonPath().getString("cursor");
        assertThat(District.numbers(district.everything(cursor, 10))).containsExactly(4L);
    }
}
