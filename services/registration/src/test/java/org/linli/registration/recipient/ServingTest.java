package org.linli.registration.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Who serves a recipient now")
class ServingTest extends ConsumerSurvives {
    private static final DivisionCode DIVISION = new DivisionCode("530103005005");

    @Test
    void readsTheFileFromTheAcceptanceToTheEndOfTheWorkAndThatIsOnRecord() {
        District district = District.fresh(surroundings);
        Enrolled recipient = Enrolled.fresh(district, Calls.by(surroundings.operatorToken()));
        District.Registered volunteer = district.verifiedVolunteer();
        Calls serving = Calls.by(volunteer.token());
        Calls another = Calls.by(district.verifiedVolunteer().token());
        UUID request = Ids.next();

        tell(request, 3, recipient.id(), volunteer.id(), RequestStatus.DISPATCHED);
        serving.get(recipient.path("")).then().statusCode(404);
        tell(request, 4, recipient.id(), volunteer.id(), RequestStatus.ACCEPTED);
        serving.get(recipient.path("")).then().statusCode(200).body("address", equalTo(Enrolled.ADDRESS));
        another.get(recipient.path("")).then().statusCode(404);
        tell(request, 5, recipient.id(), volunteer.id(), RequestStatus.IN_SERVICE);
        serving.get(recipient.path("")).then().statusCode(200).body("careNotes", equalTo(Enrolled.NOTES));
        tell(request, 6, recipient.id(), volunteer.id(), RequestStatus.COMPLETED);
        serving.get(recipient.path("")).then().statusCode(404);

        String accesses = recipient.path("/accesses");
        recipient
                .coordinator()
                .get(accesses)
                .then()
                .body("items.reader", equalTo(List.of("SERVING_VOLUNTEER", "SERVING_VOLUNTEER")))
                .body(
                        "items[0].accountId",
                        equalTo(volunteer.account().accountId().toString()));
    }

    @Test
    void isNotDecidedByAnOlderEventThatComesAgain() {
        District district = District.fresh(surroundings);
        Enrolled recipient = Enrolled.fresh(district, Calls.by(surroundings.operatorToken()));
        District.Registered volunteer = district.verifiedVolunteer();
        UUID request = Ids.next();

        tell(request, 6, recipient.id(), volunteer.id(), RequestStatus.COMPLETED);
        tell(request, 4, recipient.id(), volunteer.id(), RequestStatus.ACCEPTED);

        Calls.by(volunteer.token()).get(recipient.path("")).then().statusCode(404);
    }

    @Test
    void losesSightOfTheFileWhenSuspendedInTheMiddle() {
        Calls operator = Calls.by(surroundings.operatorToken());
        District district = District.fresh(surroundings);
        Enrolled recipient = Enrolled.fresh(district, operator);
        District.Registered volunteer = district.verifiedVolunteer();
        UUID request = Ids.next();
        tell(request, 4, recipient.id(), volunteer.id(), RequestStatus.ACCEPTED);

        operator.post("volunteers/" + volunteer.id() + "/suspension", Map.of("reason", "test"))
                .then()
                .statusCode(200);

        Calls.by(volunteer.token()).get(recipient.path("")).then().statusCode(404);
    }

    @Override
    protected String publisher() {
        return "activity";
    }

    @Override
    protected Fact validFact() {
        return fact(Ids.next(), 4, UUID.randomUUID(), UUID.randomUUID(), RequestStatus.ACCEPTED);
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings
                .database()
                .count(
                        "select count(*) from serving_copy where request_id = ? and serving",
                        UUID.fromString(fact.subject()));
    }

    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        RequestState withoutId = state(null, UUID.randomUUID(), UUID.randomUUID(), RequestStatus.ACCEPTED);
        return Optional.of(Fact.of(Ids.next(), 4, DIVISION, new ActivityEvent.RequestAccepted(withoutId)));
    }

    /** Publishes what happened to an order, and waits until the service has it. */
    private void tell(UUID request, long sequence, UUID recipient, UUID volunteer, RequestStatus status) {
        surroundings.events().publish("activity", fact(request, sequence, recipient, volunteer, status));
        await().untilAsserted(
                        () -> assertThat(surroundings.events().unconsumed("linli.activity", surroundings.service()))
                                .isZero());
    }

    private static Fact fact(UUID request, long sequence, UUID recipient, UUID volunteer, RequestStatus status) {
        RequestState state = state(request, recipient, volunteer, status);
        ActivityEvent event = switch (status) {
            case SUBMITTED -> new ActivityEvent.RequestSubmitted(state);
            case REJECTED -> new ActivityEvent.RequestRejected(state);
            case VERIFIED -> new ActivityEvent.RequestVerified(state);
            case DISPATCHED -> new ActivityEvent.RequestDispatched(state);
            case ACCEPTED -> new ActivityEvent.RequestAccepted(state);
            case IN_SERVICE -> new ActivityEvent.RequestStarted(state);
            case COMPLETED -> new ActivityEvent.RequestCompleted(state);
            case CANCELLED -> new ActivityEvent.RequestCancelled(state);
        };
        return Fact.of(request, sequence, DIVISION, event);
    }

    private static RequestState state(UUID request, UUID recipient, UUID volunteer, RequestStatus status) {
        return new RequestState(
                request,
                recipient,
                UUID.randomUUID(),
                DIVISION.value(),
                ServiceCategory.MEALS,
                status,
                null,
                null,
                volunteer,
                Instant.now(),
                60,
                1);
    }
}
