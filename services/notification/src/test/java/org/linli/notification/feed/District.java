package org.linli.notification.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent.RequestCompleted;
import org.linli.contracts.activity.ActivityEvent.RequestSubmitted;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.RoleRevoked;
import org.linli.contracts.registration.RegistrationEvent.StationOpened;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Districts;
import org.linli.kit.test.Surroundings;

/** A district of a test with a system that receives its events, and what happens in it. */
final class District {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final String subject = Surroundings.anyone();
    private final UUID grant = UUID.randomUUID();
    private final String digits;

    District(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.digits = Districts.digits();
        tell(new RoleGranted(state(null)), 1);
        await().atMost(SOON)
                .until(() -> surroundings.database().count("select count(*) from grant_copy where grant_id = ?", grant)
                        == 1);
    }

    String digits() {
        return digits;
    }

    DivisionCode community() {
        return DivisionCode.of(digits + "005006");
    }

    String token() {
        return surroundings.issuer().tokenFor(subject);
    }

    UUID account() {
        return AccountId.of(surroundings.issuer().url(), subject);
    }

    /** The role of its system is taken away. */
    void losesItsRole() {
        tell(new RoleRevoked(state(Instant.now())), 2);
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from grant_copy where grant_id = ? and revoked_at is not null",
                                        grant)
                        == 1);
    }

    /** Somebody orders help; answers the id of the order. */
    UUID requestIsSubmitted() {
        UUID request = UUID.randomUUID();
        requestIsSubmitted(request, UUID.randomUUID());
        return request;
    }

    void requestIsSubmitted(UUID request, UUID event) {
        surroundings.events().publish("activity", submitted(request), event);
    }

    Fact submitted(UUID request) {
        return Fact.of(request, 1, community(), new RequestSubmitted(request(request, RequestStatus.SUBMITTED)));
    }

    void stationOpens() {
        UUID station = UUID.randomUUID();
        String home = community().value();
        StationState state = new StationState(station, "红岛站", StationKind.STATION, home, 120.3, 36.2, List.of(home));
        surroundings.events().publish("registration", Fact.of(station, 1, community(), new StationOpened(state)));
    }

    void requestIsCompleted(UUID request) {
        RequestState state = request(request, RequestStatus.COMPLETED);
        surroundings.events().publish("activity", Fact.of(request, 2, community(), new RequestCompleted(state)));
    }

    void awaitEvents(long count) {
        await().atMost(SOON).until(() -> newest() >= count);
    }

    long newest() {
        return surroundings
                .database()
                .count("select coalesce(max(sequence), 0) from feed_head where district = ?", digits);
    }

    RequestSpecification calls() {
        return given().auth().oauth2(token());
    }

    Response events(String query) {
        return calls().get("/api/v1/events" + query);
    }

    /** What an answer has, as CloudEvents. */
    static List<JsonNode> read(Response answer) {
        try {
            List<JsonNode> events = new ArrayList<>();
            EventCodec.json()
                    .readTree(answer.then().statusCode(200).extract().asString())
                    .forEach(events::add);
            return events;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    static List<Long> numbers(List<JsonNode> events) {
        return events.stream().map(event -> event.get("feedsequence").asLong()).toList();
    }

    /** Everything in the feed behind a cursor (null: whatever is kept), read as a client would, page by page. */
    List<JsonNode> everything(String cursor, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String next = cursor;
        while (true) {
            Response answer = events("?limit=" + limit + (next == null ? "" : "&after=" + next));
            List<JsonNode> page = read(answer);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            next = answer.header("Linli-Cursor");
        }
    }

    private void tell(org.linli.contracts.Event event, long sequence) {
        surroundings.events().publish("registration", Fact.of(grant, sequence, null, event));
    }

    private GrantState state(Instant revoked) {
        return new GrantState(
                grant,
                account(),
                Role.DISTRICT_SYSTEM,
                digits + "000000",
                digits,
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                revoked);
    }

    private RequestState request(UUID request, RequestStatus status) {
        return new RequestState(
                request,
                UUID.randomUUID(),
                null,
                community().value(),
                ServiceCategory.MEALS,
                status,
                null,
                null,
                null,
                Instant.now(),
                5,
                1);
    }
}
