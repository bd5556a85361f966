package org.linli.registration.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.test.TraceOf;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.TestPerson;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("What is held of somebody, who looked at it, and how it goes")
class ErasureApiTest {
    Surroundings surroundings;

    @Test
    void peopleReadEverythingThatIsHeldOfThemAndNothingOfOthers() {
        // Given
        District district = District.fresh(surroundings);
        District.Registered one = district.verifiedVolunteer();
        District.Registered other = district.verifiedVolunteer();

        // When
        String own = Calls.by(one.token())
                .get("personal-data/registration")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("service", is("registration"))
                .extract()
                .asString();

        // Then
        assertThat(own)
                .contains(
                        one.person().realName(),
                        one.person().documentNumber(),
                        one.person().phone(),
                        one.id().toString())
                .doesNotContain(
                        other.person().realName(),
                        other.person().documentNumber(),
                        other.id().toString());
        Calls.by(one.token())
                .get("personal-data/registration?volunteerId=" + other.id())
                .then()
                .statusCode(404);
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from audit where action = 'personal-data.export' and account_id = ?",
                                one.account().accountId()))
                .isOne();
    }

    @Test
    void peopleReadWhoLookedAtTheirFileInWhichRoleAndWhy() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        District.Account coordinator = district.somebodyWith(Role.STATION_COORDINATOR, district.community());
        Calls.by(coordinator.token())
                .post("volunteers/" + volunteer.id() + "/revelation", Map.of("reason", "电话核实保险"))
                .then()
                .statusCode(200);

        Calls.by(volunteer.token())
                .get("personal-data/registration/accesses?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].action", is("volunteer-revelation"))
                .body("items[0].what", is("read the personal data in full"))
                .body("items[0].role", is("STATION_COORDINATOR"))
                .body("items[0].who", is("a coordinator of the station"))
                .body("items[0].reason", is("电话核实保险"))
                .body("items[0].division", is(district.community()))
                .body("items[0].accountId", nullValue())
                .header("Link", containsString("rel=\"next\""));
        Calls.by(volunteer.token())
                .get("personal-data/registration")
                .then()
                .body("parts.table", hasItems("audit"))
                .body(not(containsString(coordinator.accountId().toString())));
        Calls.by(district.somebody().token())
                .get("personal-data/registration/accesses")
                .then()
                .body("items", empty());
    }

    @Test
    void whoeverConfirmsIsErasedAtOnceAndNothingIsLeft() {
        // Given: a file that an officer read, with a reason that names the person
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        TestPerson person = volunteer.person();
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        String file = "volunteers/" + volunteer.id();
        coordinator
                .post(file + "/revelation", Map.of("reason", "为" + person.realName() + "办理保险"))
                .then()
                .statusCode(200);

        // When
        erase(volunteer);

        // Then
        coordinator.get(file).then().statusCode(404);
        coordinator
                .get("volunteers?division=" + district.community())
                .then()
                .body("items.id", not(hasItems(volunteer.id().toString())));
        Calls.by(volunteer.token()).get("me").then().body("volunteerId", nullValue());
        awaitCleared(volunteer.id());
        String account = volunteer.account().accountId().toString();
        assertThat(TraceOf.in(surroundings.database())
                        .tables(
                                List.of(person.realName(), person.documentNumber(), person.phone(), account),
                                // told to the other services, on its way
                                Set.of("outbox")))
                .isEmpty();
        awaitLast(volunteer.id(), "linli.registration.volunteer.erased.v1");
    }

    @Test
    void rolesAndMembershipsEndWithTheErasure() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Calls self = Calls.by(volunteer.token());
        UUID grant = district.give(volunteer.account().accountId(), Role.GRID_OFFICER, district.community());
        UUID membership = self.post("teams/" + team(district) + "/memberships")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");

        erase(volunteer);

        self.get("me").then().body("grants", empty());
        awaitLast(grant, "linli.registration.role.revoked.v1");
        awaitLast(membership, "linli.registration.membership.ended.v1");
    }

    @Test
    void whoeverWasErasedMayBeginAnewTheNextDayAsSomebodyElse() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Calls self = Calls.by(volunteer.token());
        UUID demand = erase(volunteer);
        self.post("volunteers", district.registration(volunteer.person()))
                .then()
                .statusCode(409)
                .body("code", is("erased-recently"));

        surroundings
                .database()
                .execute("update erasure set done_at = done_at - interval '2 days' where id = ?", demand);

        UUID anew = self.create("volunteers", district.registration(volunteer.person()));
        assertThat(anew).isNotEqualTo(volunteer.id());
        assertThat(surroundings
                        .database()
                        .count("select count(*) from volunteer where id = ? and status = 'ERASED'", volunteer.id()))
                .isOne();
    }

    private static UUID team(District district) {
        return Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()))
                .create(
                        "teams",
                        Map.of(
                                "name",
                                "队" + UUID.randomUUID(),
                                "kind",
                                "COMMUNITY",
                                "division",
                                district.community(),
                                "categories",
                                List.of("MEALS")));
    }

    private static UUID erase(District.Registered volunteer) {
        Calls self = Calls.by(volunteer.token());
        UUID demand = self.create("erasures", Map.of());
        self.post("erasures/" + demand + "/confirmation").then().statusCode(200).body("status", is("DONE"));
        return demand;
    }

    private void awaitLast(UUID subject, String type) {
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", subject))
                .extracting(OnTopic::type)
                .endsWith(type));
    }

    @Test
    void theFiguresOfRegistrationStayTrueWhenSomebodyIsErased() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Calls self = Calls.by(volunteer.token());

        UUID demand = self.create("erasures", Map.of());
        self.post("erasures/" + demand + "/confirmation").then().statusCode(200);

        assertThat(surroundings
                        .database()
                        .query(
                                "select registered, active from volunteer_statistics where division = ? and period"
                                        + " = 'all'",
                                district.community()))
                .containsExactly(Map.of("registered", 0L, "active", 0L));
    }

    @Test
    void onlyThePersonAGuardianOrAnOperatorWithAGroundMayAskAndOnlyWhoAskedConfirms() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Map<String, Object> demand = Map.of("volunteerId", volunteer.id());

        Calls.by(district.somebody().token()).post("erasures", demand).then().statusCode(404);
        Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()))
                .post("erasures", demand)
                .then()
                .statusCode(404);
        Calls operator = Calls.by(surroundings.operatorToken());
        operator.post("erasures", demand).then().statusCode(400).body("field", is("ground"));
        operator.post("erasures", Map.of("volunteerId", volunteer.id(), "ground", "LAW"))
                .then()
                .statusCode(400)
                .body("code", is("reason-missing"));
        UUID asked = operator.create(
                "erasures", Map.of("volunteerId", volunteer.id(), "ground", "LAW", "reason", "court order 12"));
        Calls.by(volunteer.token())
                .post("erasures/" + asked + "/confirmation")
                .then()
                .statusCode(404);
        operator.post("erasures/" + asked + "/confirmation").then().statusCode(200);
        operator.post("erasures/" + asked + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("erased-already"));
    }

    @Test
    void whatAnOldKeyEncryptedIsEncryptedAnewAndTheOldKeyCanBeThrownAway() {
        // Given
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        Calls operator = Calls.by(surroundings.operatorToken());
        String path = "operations/registration/keys";
        String old = operator.get(path).then().extract().jsonPath().getString("keys.find { it.newest }.id");

        // When
        operator.post(path + "/rotation").then().statusCode(200);

        // Then: everything reads as before, and nothing is left under the old key
        Calls.by(volunteer.token())
                .get("personal-data/registration")
                .then()
                .body(containsString(volunteer.person().documentNumber()));
        String values = "keys.find { it.id == '" + old + "' }.values";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            surroundings.database().execute("delete from idempotency");
            assertThat(operator.get(path).then().extract().jsonPath().getLong(values))
                    .isZero();
        });
        operator.delete(path + "/" + old).then().statusCode(200);
        Calls.by(volunteer.token())
                .get("personal-data/registration")
                .then()
                .body(containsString(volunteer.person().documentNumber()));
    }

    @Test
    void whatNeedNotBeKeptForEverGoesWhenItsPeriodIsOver() {
        // Given: an entry of the audit that is older than its three years, one that is not, and demands of last week:
        // one
        // that was confirmed, and one that never was
        String subject = UUID.randomUUID().toString();
        entry(subject, "1096 days");
        entry(subject, "1094 days");
        UUID demand = Calls.by(District.fresh(surroundings).pendingVolunteer().token())
                .create("erasures", Map.of());
        surroundings
                .database()
                .execute(
                        "update erasure set status = 'DONE', done_at = now() - interval '7 days' where id = ?", demand);
        UUID left = Calls.by(District.fresh(surroundings).pendingVolunteer().token())
                .create("erasures", Map.of());
        surroundings
                .database()
                .execute("update erasure set confirm_until = now() - interval '6 days' where id = ?", left);

        // When
        isDue("audit");
        isDue("erasure-rest");

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                surroundings.database().query("select reason from audit where subject = ?", subject))
                        .containsExactly(Map.of("reason", "1094 days")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count(
                                        "select count(*) from erasure where id in (?, ?) and length(account_index) = 0",
                                        demand,
                                        left))
                        .isEqualTo(2));
    }

    private void entry(String subject, String age) {
        surroundings
                .database()
                .execute(
                        "insert into audit (at, account_id, action, subject, reason)"
                                + " values (now() - cast(? as interval), gen_random_uuid(), 'test', ?, ?)",
                        age,
                        subject,
                        age);
    }

    private void isDue(String period) {
        surroundings
                .database()
                .execute(
                        "insert into due_work (id, kind, subject, due_at)"
                                + " values (gen_random_uuid(), 'retention', ?, now() - interval '1 day')"
                                + " on conflict (kind, subject) do update set due_at = excluded.due_at",
                        period);
    }

    private void awaitCleared(UUID volunteer) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from due_work where subject like ?", volunteer + "%"))
                        .isZero());
    }
}
