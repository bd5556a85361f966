package org.linli.activity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Gatherings.signUp;
import static org.linli.activity.Gatherings.status;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Gatherings;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.ErasureEvent.RecipientErased;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.test.TraceOf;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Of a volunteer who was erased")
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;

    @BeforeEach
    void aCommunity() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
    }

    @Test
    @DisplayName("an accepted order goes back to the pool, and a place to whoever waits")
    void whatWasStillBeforeThemIsGivenBack() {
        Person leaving = here.volunteer();
        Person waiting = here.volunteer();
        String order = visits.taken(leaving);
        UUID session = new Gatherings(here, surroundings, clock).session(null, 1, Duration.ofDays(2));
        signUp(leaving, session);
        String second = signUp(waiting, session);

        erase(leaving);

        get(200, visits.station(), "/api/v1/requests/" + order)
                .then()
                .body("status", equalTo("VERIFIED"))
                .body("volunteerId", nullValue());
        assertThat(status(waiting, second)).isEqualTo("OFFERED");
    }

    @Test
    @DisplayName("hours and figures stay, and nothing that leads to the person")
    void hoursStayAndThePersonGoes() {
        Person leaving = here.volunteer();
        Person operator = here.holder(Role.PLATFORM_OPERATOR, "");
        String order = visits.taken(leaving);
        visits.visit(leaving, order, Duration.ofMinutes(60));
        post(200, leaving, "/api/v1/requests/" + order + "/completion", null);
        post(200, leaving, "/api/v1/requests/" + order + "/reviews", Map.of("stars", 5, "text", "李奶奶很好"));
        String record = visits.recordOf(leaving, order);
        post(200, visits.station(), "/api/v1/service-records/" + record + "/confirmation", null);
        get(200, leaving, "/api/v1/personal-data/activity").then().body(containsString("李奶奶很好"));
        get(404, here.volunteer(), "/api/v1/personal-data/activity?volunteerId=" + leaving.id());

        erase(leaving);

        assertThat(TraceOf.in(surroundings.database())
                        .tables(List.of(leaving.accountId().toString()), Set.of("outbox")))
                .isEmpty();
        get(200, leaving, "/api/v1/personal-data/activity").then().body("parts.table", equalTo(List.of("audit")));
        assertThat(surroundings
                        .database()
                        .value("select sum(minutes) from service_record where volunteer_id = ?", leaving.id()))
                .hasToString("60");
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from request_review where length(words) > 0 and request_id = ?",
                                UUID.fromString(order)))
                .isZero();
        post(200, operator, "/api/v1/operations/activity/statistics/recount", Map.of("repair", false))
                .then()
                .body("sound", equalTo(true));
        get(200, leaving, "/api/v1/service-records").then().body("items", empty());
    }

    @Test
    @DisplayName("what registration tells once more does not bring them back")
    void whatIsToldAgainDoesNotBringThemBack() {
        Person leaving = here.volunteer();
        erase(leaving);

        VolunteerState before = new VolunteerState(
                leaving.id(),
                leaving.accountId(),
                VolunteerStatus.VERIFIED,
                here.community().value(),
                AgeBand.FROM_18_TO_59,
                List.of(),
                List.of());
        here.tell(leaving.id(), 2, new RegistrationEvent.VolunteerVerified(before));
        // told behind it on the same topic: when this is known, that was read
        here.volunteer();
        here.coordinator();

        get(200, leaving, "/api/v1/service-records").then().body("items", empty());
        assertThat(surroundings
                        .database()
                        .count("select count(*) from account_copy where account_id = ?", leaving.accountId()))
                .isZero();
    }

    @Test
    @DisplayName("what registration tells once more of a recipient does not bring the sign-in back, known here or not")
    void whatIsToldAgainOfARecipientDoesNotBringTheSignInBack() {
        Person unknown = here.somebody();
        RecipientState nobody =
                new RecipientState(unknown.id(), null, null, here.community().value(), false);
        here.tell(unknown.id(), 9, new RecipientErased(nobody, unknown.accountId()));
        awaitErased(unknown);

        here.tell(
                unknown.id(),
                2,
                new RegistrationEvent.RecipientLinked(new RecipientState(
                        unknown.id(),
                        unknown.accountId(),
                        null,
                        here.community().value(),
                        true)));
        // told behind it on the same topic: when these are known, that was read
        here.volunteer();
        here.coordinator();

        assertThat(surroundings
                        .database()
                        .count("select count(*) from recipient_account where recipient_id = ?", unknown.id()))
                .isZero();
    }

    @Test
    @DisplayName("and of a recipient of help: orders that are open are cancelled, and nothing leads to the household")
    void recipientsGoToo() {
        Person volunteer = here.volunteer();
        Person recipient = visits.resident();
        String done = visits.taken(volunteer);
        visits.visit(volunteer, done, Duration.ofMinutes(60));
        post(200, volunteer, "/api/v1/requests/" + done + "/completion", null);
        post(200, volunteer, "/api/v1/requests/" + done + "/reviews", Map.of("stars", 5, "text", "李奶奶很好"));
        String open = visits.taken(volunteer);

        RecipientState nobody =
                new RecipientState(recipient.id(), null, null, here.community().value(), false);
        here.tell(recipient.id(), 9, new RecipientErased(nobody, recipient.accountId()));
        awaitErased(recipient);

        get(200, visits.station(), "/api/v1/requests/" + open).then().body("status", equalTo("CANCELLED"));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from help_request r left join request_review w on w.request_id = r.id"
                                        + " where r.recipient_id = ? and length(r.place) + length(r.description)"
                                        + " + coalesce(length(w.words), 0) > 0",
                                recipient.id()))
                .isZero();
        assertThat(TraceOf.in(surroundings.database())
                        .tables(List.of(recipient.accountId().toString()), Set.of("outbox")))
                .isEmpty();
        get(200, volunteer, "/api/v1/service-records").then().body("items.minutes", equalTo(List.of(60)));
    }

    private void erase(Person leaving) {
        VolunteerState nobody = new VolunteerState(
                leaving.id(), null, VolunteerStatus.ERASED, here.community().value(), null, List.of(), List.of());
        here.tell(leaving.id(), 9, new VolunteerErased(nobody, leaving.accountId()));
        awaitErased(leaving);
    }

    private void awaitErased(Person leaving) {
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from erased_volunteer where volunteer_id = ?", leaving.id())
                        == 1);
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from due_work where subject like ?", leaving.id() + "%")
                        == 0);
    }
}
