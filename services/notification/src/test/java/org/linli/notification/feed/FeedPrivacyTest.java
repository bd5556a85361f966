package org.linli.notification.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Event;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PostingState;
import org.linli.contracts.points.TransferEvent.TransferMade;
import org.linli.contracts.points.TransferState;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent.RecipientEnrolled;
import org.linli.contracts.registration.RegistrationEvent.StationOpened;
import org.linli.contracts.registration.RegistrationEvent.TeamFounded;
import org.linli.contracts.registration.RegistrationEvent.VolunteerVerified;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

/** The same day in two districts; one of them reads everything it can get. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("What one district receives")
class FeedPrivacyTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SKILL = "first-aid-for-" + UUID.randomUUID();
    private static final int EVENTS_OF_A_DAY = 8;

    Surroundings surroundings;

    /** Somebody who lives there, what they do, and who they are inside. */
    private record Neighbour(
            District district, UUID volunteer, UUID account, UUID recipient, UUID station, UUID team, UUID request) {
        static Neighbour of(District district) {
            return new Neighbour(
                    district,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        }

        DivisionCode home() {
            return district.community();
        }

        List<UUID> ids() {
            return List.of(volunteer, account, recipient, station, team, request);
        }
    }

    @Test
    @DisplayName("is of its own people alone, and names none of them")
    void isOfItsOwnPeopleAlone() {
        Neighbour here = Neighbour.of(new District(surroundings));
        Neighbour there = Neighbour.of(new District(surroundings));
        List.of(here, there).forEach(this::live);
        UUID gift = gives(there, here);
        List.of(here, there).forEach(one -> one.district().awaitEvents(EVENTS_OF_A_DAY + 1));

        List<JsonNode> events = here.district().everything(null, 3);
        assertThat(events).hasSize(EVENTS_OF_A_DAY + 1);
        assertThat(events)
                .extracting(event -> event.get("dataclassification").asText())
                .containsOnly("district");
        String snapshot = here.district().calls().get("/api/v1/events/snapshot").asString();
        assertThat(snapshot)
                .contains(
                        here.station().toString(),
                        here.team().toString(),
                        here.request().toString());

        // what concerns both stands in both, and tells only who gave what to whom
        List<JsonNode> shared = events.stream()
                .filter(event -> event.get("subject").asText().equals(gift.toString()))
                .toList();
        assertThat(shared).hasSize(1);
        String own = events.stream().filter(event -> !shared.contains(event)).toList() + snapshot;
        there.ids().forEach(id -> assertThat(own).doesNotContain(id.toString()));
        assertThat(own).doesNotContain(there.district().digits());
        String everything = events + snapshot;
        assertThat(everything)
                .doesNotContain(here.account().toString(), there.account().toString())
                .doesNotContain(SKILL, AgeBand.FROM_60.name(), "accountId", "traceparent");
    }

    @Test
    @DisplayName("is described where its dataschema leads, which names no more than it has")
    void isDescribedWhereItsSchemaLeads() {
        Neighbour here = Neighbour.of(new District(surroundings));
        live(here);
        here.district().awaitEvents(EVENTS_OF_A_DAY);
        for (JsonNode event : here.district().everything(null, 100)) {
            String path = event.get("dataschema").asText().replaceFirst("^https?://[^/]+", "");
            Response schema = given().get(path);
            schema.then()
                    .statusCode(200)
                    .contentType("application/schema+json")
                    .body("title", equalTo(event.get("type").asText()));
            assertThat(schema.asString()).doesNotContain("accountId", "ageBand", "skills");
        }
        given().get("/schemas/linli.registration.role.granted.v1.json").then().statusCode(404);
        given().get("/schemas/nonsense.json").then().statusCode(404);
    }

    private void live(Neighbour one) {
        UUID volunteer = one.volunteer();
        tell("registration", volunteer, 1, one.home(), new VolunteerVerified(person(one)));
        tell("registration", one.station(), 1, one.home(), new StationOpened(station(one)));
        tell("registration", one.team(), 1, one.home(), new TeamFounded(team(one)));
        // tells only the services
        RecipientState enrolled = new RecipientState(
                one.recipient(), one.account(), one.station(), one.home().value(), true);
        tell("registration", one.recipient(), 1, one.home(), new RecipientEnrolled(enrolled));
        one.district().requestIsSubmitted(one.request(), UUID.randomUUID());
        UUID done = one.district().requestIsSubmitted();
        one.district().requestIsCompleted(done);
        PostingState posting = new PostingState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                volunteer,
                one.home().value(),
                "POINTS",
                100,
                100,
                "service-hours",
                1,
                UUID.randomUUID(),
                Instant.now());
        tell("points", volunteer, 1, one.home(), new PostingMade(posting));
        await().atMost(SOON).until(() -> one.district().newest() >= EVENTS_OF_A_DAY - 1);
        tell("registration", volunteer, 2, one.home(), new VolunteerErased(person(one), one.account()));
    }

    private UUID gives(Neighbour from, Neighbour to) {
        TransferState state = new TransferState(
                UUID.randomUUID(),
                from.volunteer(),
                to.volunteer(),
                null,
                from.home().value(),
                "POINTS",
                100,
                Instant.now());
        Fact fact = Fact.of(state.transferId(), 1, from.home(), new TransferMade(state))
                .concerning(List.of(from.district().digits(), to.district().digits()));
        surroundings.events().publish("points", fact);
        return state.transferId();
    }

    private void tell(String service, UUID subject, long sequence, DivisionCode where, Event event) {
        surroundings.events().publish(service, Fact.of(subject, sequence, where, event));
    }

    private static VolunteerState person(Neighbour one) {
        return new VolunteerState(
                one.volunteer(),
                one.account(),
                VolunteerStatus.VERIFIED,
                one.home().value(),
                AgeBand.FROM_60,
                List.of(SKILL),
                List.of());
    }

    private static StationState station(Neighbour one) {
        String home = one.home().value();
        return new StationState(one.station(), "红岛站", StationKind.STATION, home, 120.3, 36.2, List.of(home));
    }

    private static TeamState team(Neighbour one) {
        String home = one.home().value();
        return new TeamState(one.team(), "红岛队", TeamKind.GENERAL, home, home, null, one.volunteer(), List.of());
    }
}
