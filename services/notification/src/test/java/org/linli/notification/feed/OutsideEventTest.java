package org.linli.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Event;
import org.linli.contracts.EventCatalog;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent.MembershipRequested;
import org.linli.contracts.registration.RegistrationEvent.VolunteerRegistered;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Received;
import org.linli.kit.test.Repository;

@DisplayName("An event that leaves Linli")
class OutsideEventTest {
    private static final String VOLUNTEER = "linli.registration.volunteer.registered.v1";
    private static final List<String> INSIDE =
            List.of("accountId", "ageBand", "skills", "guardianAccountIds", "tillAccountIds", "formerAccountId");

    static Stream<String> types() {
        return EventCatalog.types().stream();
    }

    @Test
    @DisplayName("is a structured CloudEvent with what districts may know")
    void isAStructuredCloudEvent() throws IOException {
        Received received = registered(List.of("370215"));
        JsonNode event = read(OutsideEvent.of(received));
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("feedsequence").asText()).isEqualTo("7");
        assertThat(event.get("dataschema").asText()).isEqualTo("https://linli.example/schemas/" + VOLUNTEER + ".json");
        assertThat(event.get("id").asText()).isEqualTo(received.id().toString());
        assertThat(event.get("source").asText()).isEqualTo("/linli/registration");
        assertThat(event.get("sequence").asText()).isEqualTo("3");
        assertThat(event.get("districts").asText()).isEqualTo("370215");
        assertThat(event.get("causationid").asText())
                .isEqualTo(received.causation().toString());
        assertThat(event.at("/data/volunteer/status").asText()).isEqualTo("VERIFIED");
        assertThat(event.at("/data/volunteer").has("volunteerId")).isTrue();
    }

    @Test
    @DisplayName("says nothing of sign-ins, ages and skills")
    void saysNothingOfWhatIsInside() throws IOException {
        JsonNode volunteer =
                read(OutsideEvent.of(registered(List.of("370215")))).at("/data/volunteer");
        INSIDE.forEach(field -> assertThat(volunteer.has(field)).as(field).isFalse());
    }

    @ParameterizedTest
    @MethodSource("types")
    @DisplayName("says nothing of them, whatever its type: every golden example, read and sent on")
    void noTypeSaysAnythingOfWhatIsInside(String type) throws IOException {
        Path example = Repository.root().resolve("contracts/examples/" + type + "/1.json");
        Event event = EventCodec.json()
                .readValue(Files.readString(example), EventCatalog.find(type).orElseThrow());
        JsonNode sent = EventCodec.json().readTree(OutsideEvent.json(event));
        INSIDE.forEach(field -> assertThat(sent.findParents(field)).as(field).isEmpty());
    }

    @Test
    @DisplayName("goes to all districts concerned, and to no city")
    void goesToAllDistrictsConcerned() {
        assertThat(OutsideEvent.of(registered(List.of("370215", "370202", "370200")))
                        .districts())
                .containsExactly("370202", "370215");
    }

    @Test
    @DisplayName("is of a type meant for districts, and concerns one")
    void isMeantForDistricts() {
        assertThat(OutsideEvent.isOutside(registered(List.of("370215")))).isTrue();
        assertThat(OutsideEvent.isOutside(registered(List.of()))).isFalse();
        assertThat(OutsideEvent.isOutside(registered(List.of("370200")))).isFalse();
        Received inside = received(
                "linli.registration.membership.requested.v1", new MembershipRequested(null), List.of("370215"));
        assertThat(OutsideEvent.isOutside(inside)).isFalse();
    }

    private static JsonNode read(OutsideEvent event) throws IOException {
        String json = new FeedPage.FeedEvent(7, event.type(), event.content()).json("https://linli.example");
        return EventCodec.json().readTree(json);
    }

    private static Received registered(List<String> districts) {
        VolunteerState state = new VolunteerState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                VolunteerStatus.VERIFIED,
                "370215005006",
                AgeBand.FROM_60,
                List.of("first-aid"),
                List.of());
        return received(VOLUNTEER, new VolunteerRegistered(state), districts);
    }

    private static Received received(String type, Event event, List<String> districts) {
        return new Received(
                UUID.randomUUID(),
                type,
                UUID.randomUUID().toString(),
                3,
                "370215005006",
                Instant.now(),
                event,
                districts,
                UUID.randomUUID());
    }
}
