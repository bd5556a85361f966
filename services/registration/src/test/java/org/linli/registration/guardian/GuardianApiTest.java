package org.linli.registration.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Minors and their guardians over HTTP")
class GuardianApiTest {
    private static final String CHANGED = "linli.registration.guardianship.changed.v1";

    Surroundings surroundings;
    District district;

    @Inject
    FieldCipher cipher;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
    }

    @Test
    void aMinorIsVerifiedOnlyAfterAGuardianConsented() {
        Family family = Family.confirmed(district, 16);
        verify(family).statusCode(403).body("code", is("guardian-needed"));

        family.consent("SERVICE");

        verify(family).statusCode(200).body("status", is("VERIFIED"));
        awaitStates(family, "NONE", "GIVEN");
        assertThat(states(family).getLast().path("guardianAccountIds").get(0).asText())
                .isEqualTo(family.parent().accountId().toString());
    }

    @Test
    void aChildUnderFourteenNeedsTheSeparateConsentToo() {
        Family family = Family.confirmed(district, 12).consent("SERVICE");
        verify(family).statusCode(403).body("code", is("child-consent-needed"));

        family.consent("CHILD_DATA");

        verify(family).statusCode(200);
        awaitStates(family, "NONE", "GIVEN", "GIVEN_UNDER_14_RECORD");
        family.parentCalls()
                .get(family.volunteer("/guardians/consents"))
                .then()
                .body("items.kind", contains("SERVICE", "CHILD_DATA"));
    }

    @Test
    void aGuardianReadsWhatIsHeldOfTheMinorAndMayHaveThemErased() {
        Family family = Family.confirmed(district, 12).consent("SERVICE");
        String question =
                "personal-data/registration?volunteerId=" + family.minor().id();
        family.parentCalls()
                .get(question)
                .then()
                .statusCode(200)
                .body(containsString(family.minor().person().documentNumber()));
        Calls.by(district.somebody().token()).get(question).then().statusCode(404);

        UUID demand = family.parentCalls()
                .create("erasures", Map.of("volunteerId", family.minor().id()));
        family.parentCalls().post("erasures/" + demand + "/confirmation").then().statusCode(200);

        family.parentCalls().get(question).then().statusCode(404);
        awaitStates(family, "NONE", "GIVEN", "NONE");
    }

    @Test
    void aGuardianWhoStandsForTheMinorNoLongerDoesNotConfirmTheErasureAskedForBefore() {
        Family family = Family.confirmed(district, 16).consent("SERVICE");
        UUID demand = family.parentCalls()
                .create("erasures", Map.of("volunteerId", family.minor().id()));
        family.coordinator()
                .post(family.path("/end"), Map.of("reason", "custody changed"))
                .then()
                .statusCode(200);

        family.parentCalls()
                .post("erasures/" + demand + "/confirmation")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));

        Calls.by(family.minor().token())
                .get("me")
                .then()
                .body("volunteerId", is(family.minor().id().toString()));
        family.parentCalls().get("erasures/" + demand).then().body("status", is("ASKED"));
    }

    @Test
    void whoeverWasErasedStandsForNobodyAndTheirConsentEnds() {
        Family family = Family.confirmed(district, 15).consent("SERVICE");
        verify(family).statusCode(200);
        // the guardian is a volunteer, too
        family.parentCalls().create("volunteers", district.registration());

        UUID demand = family.parentCalls().create("erasures", Map.of());
        family.parentCalls().post("erasures/" + demand + "/confirmation").then().statusCode(200);

        await().untilAsserted(() ->
                family.coordinator().get(family.volunteer("")).then().body("status", is("SUSPENDED")));
    }

    @Test
    void whoeverTakesTheConsentBackEndsTheServiceAtOnceWhateverAnotherGuardianSaid() {
        Family family = Family.confirmed(district, 15).consent("SERVICE");
        Family other = Family.named(district, family.coordinator(), family.minor())
                .confirm()
                .consent("SERVICE");
        verify(family).statusCode(200);

        other.parentCalls().post(other.path("/consent-withdrawal")).then().statusCode(200);

        family.coordinator().get(family.volunteer("")).then().body("status", is("SUSPENDED"));
        family.coordinator()
                .post(family.volunteer("/reinstatement"))
                .then()
                .statusCode(403)
                .body("code", is("guardian-needed"));
        family.consent("SERVICE");
        family.coordinator().post(family.volunteer("/reinstatement")).then().statusCode(200);
    }

    @Test
    void aGuardianWhoStepsBackTakesOnlyTheOwnConsentAlong() {
        Family family = Family.confirmed(district, 15).consent("SERVICE");
        Family other = Family.named(district, family.coordinator(), family.minor())
                .confirm()
                .consent("SERVICE");
        verify(family).statusCode(200);

        other.parentCalls().post(other.path("/end"), Map.of()).then().statusCode(200);
        family.coordinator().get(family.volunteer("")).then().body("status", is("VERIFIED"));
        family.coordinator()
                .post(family.path("/end"), Map.of("reason", "custody changed"))
                .then()
                .statusCode(200)
                .body("status", is("ENDED"));

        family.coordinator().get(family.volunteer("")).then().body("status", is("SUSPENDED"));
        family.parentCalls().get(family.volunteer("")).then().statusCode(404);
    }

    @Test
    void aGuardianSeesTheMaskedFileDecidesNothingAndMayTakeTheMinorOut() {
        Family family = Family.confirmed(district, 16);

        family.parentCalls()
                .get("wards")
                .then()
                .body("items.id", contains(family.minor().id().toString()))
                .body("items[0].realName", is(family.minor().person().realName().substring(0, 1) + "**"));
        family.parentCalls().get(family.volunteer("")).then().statusCode(200);
        family.parentCalls()
                .post(family.volunteer("/revelation"), Map.of("reason", "curious"))
                .then()
                .statusCode(403);
        family.parentCalls()
                .post(family.volunteer("/verification"))
                .then()
                .statusCode(403)
                .body("code", is("not-for-oneself"));
        family.parentCalls()
                .post(family.volunteer("/withdrawal"))
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"));
    }

    @Test
    void theCodeConfirmsOnceAndNeitherTheMinorNorAnotherMinor() {
        Family family = Family.named(district, 16);
        String code = family.code();

        redeem(family, family.coordinator(), code).statusCode(403).body("code", is("own-code"));
        redeem(family, Calls.by(family.minor().token()), code).body("code", is("not-for-oneself"));
        Calls young = Calls.by(district.pendingVolunteer(Family.aged(17)).token());
        redeem(family, young, code).statusCode(403).body("code", is("guardian-not-adult"));
        redeem(family, family.parentCalls(), "0000").body("code", is("sign-in-code-wrong"));
        redeem(family, family.parentCalls(), code).statusCode(200).body("status", is("CONFIRMED"));
        redeem(family, family.parentCalls(), code).statusCode(200);
        redeem(family, Calls.by(district.somebody().token()), code).body("code", is("guardian-confirmed-already"));
    }

    @Test
    void nobodyNamesAGuardianOfAnAdultNorTooManyNorElsewhere() {
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        UUID adult = district.pendingVolunteer().id();
        coordinator
                .post("volunteers/" + adult + "/guardians", Family.guardian())
                .then()
                .statusCode(409)
                .body("code", is("not-a-minor"));

        Family family = Family.named(district, 16);
        for (int more = 0; more < 3; more++) {
            Family.named(district, family.coordinator(), family.minor());
        }
        family.coordinator()
                .post(family.volunteer("/guardians"), Family.guardian())
                .then()
                .body("code", is("too-many-guardians"));
        Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()))
                .post(family.volunteer("/guardians"), Family.guardian())
                .then()
                .statusCode(404);
    }

    @Test
    void theNextBirthdayThatMattersIsWatchedAndTheBandIsTold() {
        Family family = Family.confirmed(district, 16).consent("SERVICE");
        UUID minor = family.minor().id();
        assertThat(due(minor)).hasSize(1);
        assertThat(due(district.pendingVolunteer().id())).isEmpty();

        surroundings
                .database()
                .execute(
                        "update due_work set due_at = now() where kind = 'volunteer.age-band' and subject = ?",
                        minor.toString());

        // the birthday has not really come: the band is told as it is, and the true day is watched again
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", minor))
                .extracting(OnTopic::type)
                .contains("linli.registration.volunteer.age-band-reached.v1"));
        await().untilAsserted(() -> assertThat(due(minor)).hasSize(1));
        family.parentCalls().get("wards").then().body("items.id", contains(minor.toString()));
    }

    @Test
    void whoComesOfAgeNeedsNobodyAnyMore() {
        Family family = Family.confirmed(district, 17).consent("SERVICE");
        UUID minor = family.minor().id();
        verify(family).statusCode(200);

        grow(minor);

        awaitStates(family, "NONE", "GIVEN", "NONE");
        assertThat(states(family).getLast().path("active").asBoolean()).isFalse();
        family.parentCalls().get("wards").then().body("items", empty());
        family.coordinator()
                .get(family.volunteer(""))
                .then()
                .body("status", is("VERIFIED"))
                .body("ageBand", is("FROM_18_TO_59"));
    }

    /** Two years pass for one person: the birth date is sealed anew, as the service seals it. */
    private void grow(UUID minor) {
        LocalDate birthDate = LocalDate.now(LinliClock.ZONE).minusYears(18);
        surroundings
                .database()
                .execute(
                        "update volunteer set birth_date = ? where id = ?",
                        cipher.encrypt(birthDate.toString(), "volunteer", minor, "birth_date"),
                        minor);
        surroundings
                .database()
                .execute(
                        "update due_work set due_at = now() where kind = 'volunteer.age-band' and subject = ?",
                        minor.toString());
    }

    private List<Map<String, Object>> due(UUID volunteer) {
        return surroundings
                .database()
                .query(
                        "select due_at from due_work where kind = 'volunteer.age-band' and subject = ?",
                        volunteer.toString());
    }

    private static ValidatableResponse redeem(Family family, Calls by, String code) {
        return by.post(family.path("/sign-in-link"), Map.of("code", code)).then();
    }

    private static ValidatableResponse verify(Family family) {
        return family.coordinator().post(family.volunteer("/verification")).then();
    }

    private void awaitStates(Family family, String... consents) {
        await().untilAsserted(() -> assertThat(states(family))
                .extracting(state -> state.path("consent").asText())
                .containsExactly(consents));
    }

    private List<JsonNode> states(Family family) {
        Object id = surroundings
                .database()
                .value(
                        "select id from guardianship where volunteer_id = ?",
                        family.minor().id());
        return surroundings.events().about("linli.registration", (UUID) id).stream()
                .filter(event -> event.type().equals(CHANGED))
                .map(event -> event.json().path("guardianship"))
                .toList();
    }
}
