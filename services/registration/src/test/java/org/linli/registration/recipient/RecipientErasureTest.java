package org.linli.registration.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.test.TraceOf;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A recipient of help is erased")
class RecipientErasureTest {
    Surroundings surroundings;
    District district;
    Enrolled recipient;

    @BeforeEach
    void aRecipient() {
        district = District.fresh(surroundings);
        recipient = Enrolled.fresh(district, Calls.by(surroundings.operatorToken()));
    }

    @Test
    @DisplayName("when they ask and confirm it themselves, after the help ended; then nothing is left")
    void askedForByOneself() {
        // Given
        District.Account account = district.somebody();
        Calls self = linked(account);
        self.post("erasures", demand()).then().statusCode(409).body("code", is("recipient-still-enrolled"));
        self.post(recipient.path("/withdrawal"), Map.of()).then().statusCode(200);
        UUID session = self.post("me/browser-sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");

        // When
        UUID asked = self.create("erasures", demand());
        self.post("erasures/" + asked + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", is("DONE"))
                .body("recipientId", is(recipient.id().toString()))
                .body("volunteerId", nullValue());

        // Then
        awaitCleared();
        self.get(recipient.path("")).then().statusCode(404);
        recipient.coordinator().get(recipient.path("")).then().statusCode(404);
        recipient.coordinator().get(recipient.path("/accesses")).then().statusCode(404);
        recipient
                .coordinator()
                .get("recipients?division=" + district.community())
                .then()
                .body("items.id", not(hasItems(recipient.id().toString())));
        assertThat(TraceOf.in(surroundings.database())
                        .tables(List.of(account.accountId().toString()), Set.of("outbox")))
                .isEmpty();
        theSignInRests(account, session);
        assertThat(told().path("recipient").path("accountId").isNull()).isTrue();
        assertThat(told().path("formerAccountId").asText())
                .isEqualTo(account.accountId().toString());
    }

    @Test
    @DisplayName("when the station asks on their behalf, with a reason, and whoever asked confirms; it is on record")
    void askedForByTheStation() {
        Calls coordinator = recipient.coordinator();
        coordinator
                .post(recipient.path("/withdrawal"), Map.of("reason", "moved away"))
                .then()
                .statusCode(200);
        Map<String, Object> demand = Map.of("recipientId", recipient.id(), "reason", "asked for by telephone");

        coordinator.post("erasures", demand()).then().statusCode(400).body("code", is("reason-missing"));
        coordinator
                .post("erasures", Map.of("recipientId", recipient.id(), "reason", "an order", "ground", "LAW"))
                .then()
                .statusCode(403)
                .body("field", is("ground"));
        othersMayNotAsk(demand);

        UUID asked = coordinator.create("erasures", demand);
        coordinator.get("erasures/" + asked).then().body("reason", is("asked for by telephone"));
        assertThat(TraceOf.in(surroundings.database()).tables(List.of("asked for by telephone"), Set.of()))
                .isEmpty();
        Calls.by(surroundings.operatorToken())
                .post("erasures/" + asked + "/confirmation")
                .then()
                .statusCode(404);
        coordinator.post("erasures/" + asked + "/confirmation").then().statusCode(200);
        coordinator
                .post("erasures/" + asked + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("erased-already"));

        awaitCleared();
        assertThat(surroundings
                        .database()
                        .query(
                                "select as_role from audit where action = 'recipient-erasure' and subject = ?",
                                recipient.id().toString()))
                .containsExactly(Map.of("as_role", "STATION_COORDINATOR"));
    }

    @Test
    @DisplayName("without the volunteer who has the same sign-in")
    void aVolunteerWithTheSameSignInStays() {
        District.Registered volunteer = district.verifiedVolunteer();
        Calls self = linked(volunteer.account());
        self.post(recipient.path("/withdrawal"), Map.of()).then().statusCode(200);

        UUID asked = self.create("erasures", demand());
        self.post("erasures/" + asked + "/confirmation").then().statusCode(200);

        awaitCleared();
        self.get("me").then().body("volunteerId", is(volunteer.id().toString()));
        self.get(recipient.path("")).then().statusCode(404);
        assertThat(told().path("formerAccountId").isNull()).isTrue();
    }

    @Test
    @DisplayName("without the sign-in, if it has a role that begins later")
    void anOfficerOfTomorrowKeepsTheSignIn() {
        District.Account account = district.somebody();
        Calls.by(surroundings.operatorToken())
                .create("role-grants", grant(account, Instant.now().plus(Duration.ofDays(1))));
        linked(account);

        UUID asked = erasedByTheStation();

        assertThat(told().path("formerAccountId").isNull()).isTrue();
        rests(asked, false);
    }

    @Test
    @DisplayName("by one station without the file of the same sign-in that ended at another")
    void whatEndedElsewhereStays() {
        District.Account account = district.somebody();
        linked(account);
        recipient
                .coordinator()
                .post(recipient.path("/withdrawal"), Map.of("reason", "moved away"))
                .then()
                .statusCode(200);
        UUID elsewhere = recipient.id();
        recipient = Enrolled.fresh(District.fresh(surroundings), Calls.by(surroundings.operatorToken()));
        linked(account);

        UUID asked = erasedByTheStation();

        assertThat(told().path("formerAccountId").isNull()).isTrue();
        awaitCleared();
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from recipient where id = ? and account_id = ?"
                                        + " and length(name_encrypted) > 0",
                                elsewhere,
                                account.accountId()))
                .isOne();
        rests(asked, false);
    }

    private void theSignInRests(District.Account account, UUID session) {
        assertThat(surroundings
                        .database()
                        .count("select count(*) from browser_session where id = ? and ended_at is not null", session))
                .isOne();
        Calls.by(surroundings.operatorToken())
                .post("role-grants", grant(account, Instant.now()))
                .then()
                .statusCode(409)
                .body("code", is("erased-recently"));
    }

    private UUID erasedByTheStation() {
        Calls coordinator = recipient.coordinator();
        coordinator
                .post(recipient.path("/withdrawal"), Map.of("reason", "moved away"))
                .then()
                .statusCode(200);
        UUID asked = coordinator.create("erasures", Map.of("recipientId", recipient.id(), "reason", "by telephone"));
        rests(asked, true);
        coordinator.post("erasures/" + asked + "/confirmation").then().statusCode(200);
        return asked;
    }

    private void rests(UUID asked, boolean rests) {
        assertThat(surroundings
                        .database()
                        .count("select count(*) from erasure where id = ? and length(account_index) > 0", asked))
                .isEqualTo(rests ? 1 : 0);
    }

    private Map<String, Object> grant(District.Account account, Instant from) {
        return Map.of(
                "holder",
                Map.of("accountId", account.accountId()),
                "role",
                Role.AUDITOR.name(),
                "division",
                district.community(),
                "from",
                from.toString());
    }

    private void othersMayNotAsk(Map<String, Object> demand) {
        Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()))
                .post("erasures", demand)
                .then()
                .statusCode(404);
        Calls.by(district.tokenOf(Role.AUDITOR, district.community()))
                .post("erasures", demand)
                .then()
                .statusCode(403);
    }

    private Map<String, Object> demand() {
        return Map.of("recipientId", recipient.id());
    }

    private Calls linked(District.Account account) {
        Calls self = Calls.by(account.token());
        self.post(recipient.path("/sign-in-link"), Map.of("code", recipient.code()))
                .then()
                .statusCode(200);
        return self;
    }

    private JsonNode told() {
        await().untilAsserted(() -> assertThat(surroundings
                        .events()
                        .about("linli.registration", recipient.id())
                        .getLast()
                        .type())
                .isEqualTo("linli.registration.recipient.erased.v1"));
        return surroundings
                .events()
                .about("linli.registration", recipient.id())
                .getLast()
                .json();
    }

    private void awaitCleared() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from due_work where subject like ?", recipient.id() + "%"))
                        .isZero());
    }
}
