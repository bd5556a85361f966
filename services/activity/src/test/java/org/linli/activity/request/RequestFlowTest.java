package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
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
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("An order on its way")
class RequestFlowTest {
    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Person resident;
    private Person station;

    @BeforeEach
    void aResidentAndAStation() {
        here = new Neighbourhood(surroundings);
        resident = here.recipient(null);
        station = here.coordinator();
    }

    @Test
    @DisplayName("is declined by the first, taken by the second, done and reviewed by both, each hop told and timed")
    void isDeclinedByTheFirstAndTakenByTheSecond() {
        Person first = here.volunteer();
        Person second = here.volunteer();
        String id = verified();

        post(200, station, at(id, "dispatches"), Map.of("volunteerId", first.id()));
        post(200, first, at(id, "declination"), Map.of("reason", "发烧了"))
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("volunteerId", nullValue());
        complete(id, second);
        post(200, resident, at(id, "reviews"), Map.of("stars", 5, "text", "谢谢!"));
        post(200, second, at(id, "reviews"), Map.of("stars", 4));

        get(200, second, at(id, "reviews"))
                .then()
                .body("items.stars", contains(5, 4))
                .body("items[0].text", equalTo("谢谢!"));
        historyTellsEachHop(id, first);
        assertThat(String.join(" ", types(id)))
                .isEqualTo("submitted verified dispatched declined dispatched accepted started completed reviewed"
                        + " reviewed");
    }

    private void historyTellsEachHop(String id, Person declined) {
        String hops = "SUBMITTED VERIFIED DISPATCHED DECLINED DISPATCHED ACCEPTED STARTED COMPLETED REVIEWED REVIEWED";
        get(200, station, at(id, "history"))
                .then()
                .body("items.kind.join(' ')", equalTo(hops))
                .body("items.secondsSinceSubmission", everyItem(greaterThanOrEqualTo(0)))
                .body("items[3].reason", equalTo("发烧了"))
                .body("items[3].byRole", equalTo("VOLUNTEER"))
                .body("items[3].byAccount", equalTo(declined.accountId().toString()));
        get(200, resident, at(id, "history")).then().body("items[3].reason", nullValue());
    }

    @Test
    @DisplayName("goes back to the pool when nobody answers in time, and can be offered again")
    void goesBackToThePoolWhenNobodyAnswersInTime() {
        Person silent = here.volunteer();
        String id = verified();
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", silent.id()));

        pass(Duration.ofMinutes(31));

        await().untilAsserted(
                        () -> get(200, station, "/api/v1/requests/" + id).then().body("status", equalTo("VERIFIED")));
        post(409, silent, at(id, "acceptance"), null).then().body("code", equalTo("request-not-offered"));
        get(200, silent, "/api/v1/dispatches?mine=true").then().body("items[0].answer", equalTo("TIMED_OUT"));
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", silent.id()));
        post(200, silent, at(id, "acceptance"), null);
    }

    @Test
    @DisplayName("escalates when nobody takes it in time, once")
    void escalatesWhenNobodyTakesItInTime() {
        String waiting = verified();
        Person volunteer = here.volunteer();
        String taken = verified();
        post(200, station, at(taken, "dispatches"), Map.of("volunteerId", volunteer.id()));
        post(200, volunteer, at(taken, "acceptance"), null);

        pass(Duration.ofHours(4).plusMinutes(1));

        await().untilAsserted(() ->
                get(200, station, "/api/v1/requests/" + waiting).then().body("escalationLevel", equalTo(1)));
        await().untilAsserted(() -> assertThat(types(waiting)).endsWith("escalated"));
        get(200, station, "/api/v1/requests/" + taken).then().body("escalationLevel", equalTo(0));
        get(200, station, at(waiting, "history")).then().body("items.byRole", hasItem("CLOCK"));
    }

    @Test
    @DisplayName("is opened again after a bad review, and done by somebody else")
    void isOpenedAgainAfterABadReview() {
        Person first = here.volunteer();
        Person second = here.volunteer();
        String id = completedBy(first);
        post(409, resident, at(id, "reopening"), Map.of("reason", "汤洒了"))
                .then()
                .body("code", equalTo("reopening-needs-bad-review"));
        post(200, station, at(id, "reviews"), Map.of("stars", 2, "text", "饭菜送错了"));
        post(409, resident, at(id, "reviews"), Map.of("stars", 5)).then().body("code", equalTo("already-reviewed"));

        post(200, resident, at(id, "reopening"), Map.of("reason", "饭菜送错了"))
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("round", equalTo(2))
                .body("volunteerId", nullValue());
        complete(id, second);
        post(200, resident, at(id, "reviews"), Map.of("stars", 5));

        get(200, station, at(id, "reviews"))
                .then()
                .body("items.round", contains(1, 2))
                .body("items.onBehalf", contains(true, false));
    }

    @Test
    @DisplayName("is given back in time by whoever accepted and cannot come")
    void isGivenBackByWhoeverCannotCome() {
        Person volunteer = here.volunteer();
        String id = verified();
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", volunteer.id()));
        post(200, volunteer, at(id, "acceptance"), null);

        post(200, volunteer, at(id, "declination"), Map.of("reason", "车坏了"))
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("place", nullValue());
    }

    @Test
    @DisplayName("is cancelled by the resident, and an offer under way ends with it")
    void isCancelledByTheResident() {
        Person volunteer = here.volunteer();
        String id = verified();
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", volunteer.id()));

        post(200, resident, at(id, "cancellation"), Map.of("reason", "女儿回来了"));

        post(409, volunteer, at(id, "acceptance"), null).then().body("code", equalTo("request-not-offered"));
        get(200, volunteer, "/api/v1/dispatches?open=true")
                .then()
                .body("items.requestId.flatten()", equalTo(List.of()));
        post(409, resident, at(id, "cancellation"), Map.of("reason", "再次"))
                .then()
                .body("code", equalTo("request-closed"));
    }

    @Test
    @DisplayName("is changed only by whoever has read its latest version, if the caller says which one")
    void isChangedOnlyInItsLatestVersion() {
        String id = order();
        String tag = get(200, station, "/api/v1/requests/" + id).header("ETag");
        assertThat(tag).isNotNull();
        post(200, station, at(id, "verification"), null);

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(resident.token())
                .header("If-Match", tag)
                .contentType("application/json")
                .body(Map.of("reason", "不用了"))
                .post(at(id, "cancellation"))
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
    }

    @Test
    @DisplayName("leaves a history and reviews that even the database's owner cannot change")
    void leavesAHistoryThatCannotBeChanged() {
        String id = order();

        for (String change : List.of("update request_hop set seconds = 0", "delete from request_hop")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                            surroundings.database().execute(change + " where request_id = ?", UUID.fromString(id))))
                    .hasMessageContaining("append-only");
        }
        get(200, station, at(id, "history"))
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].byAccount", notNullValue());
    }

    private String order() {
        return post(201, resident, "/api/v1/requests", here.order()).path("id");
    }

    private String verified() {
        String id = order();
        post(200, station, at(id, "verification"), null);
        return id;
    }

    private String completedBy(Person volunteer) {
        String id = verified();
        complete(id, volunteer);
        return id;
    }

    private void complete(String id, Person volunteer) {
        post(200, station, at(id, "dispatches"), Map.of("volunteerId", volunteer.id()));
        post(200, volunteer, at(id, "acceptance"), null);
        post(200, volunteer, at(id, "start"), null);
        post(200, volunteer, at(id, "completion"), null);
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.offset().plus(time));
    }

    /** What was told about an order, in order, without the common beginning and end of the types. */
    private List<String> types(String id) {
        long told =
                surroundings.database().count("select sequence from help_request where id = ?", UUID.fromString(id));
        await().untilAsserted(() ->
                assertThat(surroundings.events().about("linli.activity", id)).hasSize((int) told));
        return surroundings.events().about("linli.activity", id).stream()
                .map(OnTopic::type)
                .map(type -> type.replace("linli.activity.request.", "").replace(".v1", ""))
                .toList();
    }

    private static String at(String id, String what) {
        return "/api/v1/requests/" + id + "/" + what;
    }
}
