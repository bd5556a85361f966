package org.linli.activity.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The copies of registration")
class CopyTablesTest {
    Surroundings surroundings;

    @Test
    @DisplayName("hold every kind of thing that activity refers to")
    void holdEveryKindOfThing() {
        Neighbourhood here = new Neighbourhood(surroundings);
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        UUID station = here.station();
        UUID recipient = here.recipient(station).id();
        UUID volunteer = here.volunteer().id();
        UUID team = here.team(List.of(here.volunteer()));

        assertThat(row(
                        "select level from division_copy where code = ?",
                        here.community().value()))
                .containsEntry("level", "COMMUNITY");
        assertThat(row("select station_id, active from recipient_copy where recipient_id = ?", recipient))
                .containsEntry("station_id", station)
                .containsEntry("active", true);
        assertThat(row(
                        "select array_to_string(skills || categories, ',') as offers, age_band from volunteer_copy"
                                + " where volunteer_id = ?",
                        volunteer))
                .containsEntry("offers", "cooking,MEALS")
                .containsEntry("age_band", "FROM_18_TO_59");
        assertThat(row("select status from membership_copy where team_id = ?", team))
                .containsEntry("status", "ACTIVE");
    }

    @Test
    @DisplayName("take a newer state and leave an older one that comes late")
    void takeANewerStateOnly() {
        Neighbourhood here = new Neighbourhood(surroundings);
        Neighbourhood.Person volunteer = here.volunteer();

        here.tell(volunteer.id(), 3, told(here, volunteer, VolunteerStatus.SUSPENDED));
        await().untilAsserted(() -> assertThat(copyOf(volunteer)).containsEntry("sequence", 3L));
        here.tell(volunteer.id(), 2, told(here, volunteer, VolunteerStatus.VERIFIED));
        // the same key is the same partition: when this one is there, the late one was seen
        here.tell(volunteer.id(), 1, recipient(here, volunteer));
        await().untilAsserted(() -> assertThat(surroundings
                        .database()
                        .count("select count(*) from recipient_copy where recipient_id = ?", volunteer.id()))
                .isOne());

        assertThat(copyOf(volunteer)).containsEntry("sequence", 3L).containsEntry("status", "SUSPENDED");
    }

    private Map<String, Object> copyOf(Neighbourhood.Person volunteer) {
        return row("select status, sequence from volunteer_copy where volunteer_id = ?", volunteer.id());
    }

    private static RegistrationEvent recipient(Neighbourhood here, Neighbourhood.Person person) {
        return new RegistrationEvent.RecipientEnrolled(
                new RecipientState(person.id(), null, null, here.community().value(), true));
    }

    private static RegistrationEvent told(Neighbourhood here, Neighbourhood.Person volunteer, VolunteerStatus status) {
        return new RegistrationEvent.VolunteerSuspended(new VolunteerState(
                volunteer.id(),
                volunteer.accountId(),
                status,
                here.community().value(),
                AgeBand.FROM_60,
                List.of(),
                List.of()));
    }

    private Map<String, Object> row(String sql, Object parameter) {
        return surroundings.database().query(sql, parameter).getFirst();
    }
}
