package org.linli.registration.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class RoleGrantApiTest {
    Surroundings surroundings;

    @Test
    void theOperatorByConfigurationIsThereOnceAndTold() {
        UUID account = AccountId.of(surroundings.issuer().url(), Surroundings.OPERATOR);

        List<Map<String, Object>> grants = surroundings
                .database()
                .query("select id, division, division_prefix from role_grant where account_id = ?", account);

        assertThat(grants).hasSize(1);
        assertThat(grants.getFirst()).containsEntry("division", "000000000000").containsEntry("division_prefix", "");
        await().untilAsserted(() -> assertThat(surroundings
                        .events()
                        .about("linli.registration", grants.getFirst().get("id")))
                .hasSize(1));
    }

    @Test
    void aRoleWorksAtOnceAndStopsAtOnceWhenRevoked() {
        District district = District.fresh(surroundings);
        District.Account coordinator = district.somebody();
        Calls calls = Calls.by(coordinator.token());
        calls.get("volunteers").then().statusCode(403);

        UUID grant = district.give(coordinator.accountId(), Role.STATION_COORDINATOR, district.community());
        calls.get("volunteers").then().statusCode(200);
        calls.get("me").then().body("grants.role", contains("STATION_COORDINATOR"));

        Calls.by(surroundings.operatorToken())
                .post("role-grants/" + grant + "/revocation")
                .then()
                .statusCode(200);
        calls.get("volunteers").then().statusCode(403);
        calls.get("me").then().body("grants", empty());
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", grant))
                .extracting(OnTopic::type)
                .containsExactly("linli.registration.role.granted.v1", "linli.registration.role.revoked.v1"));
    }

    @Test
    void nobodyGivesAboveTheirOwnRoleOrOutsideTheirDivision() {
        District district = District.fresh(surroundings);
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));

        refused(coordinator, district.somebody(), Role.DISTRICT_ADMINISTRATOR, district.community());
        refused(coordinator, district.somebody(), Role.GRID_OFFICER, district.otherCommunity());
        refused(administrator, district.somebody(), Role.STATION_COORDINATOR, district.city());
        refused(administrator, district.somebody(), Role.PLATFORM_OPERATOR, "000000000000");
        refused(Calls.by(district.somebody().token()), district.somebody(), Role.MERCHANT, district.community());
        administrator.create("role-grants", body(district.somebody(), Role.STATION_COORDINATOR, district.street()));
    }

    @Test
    void aVolunteerIsNamedByTheirOwnId() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Map<String, Object> body = Map.of(
                "holder", Map.of("volunteerId", volunteer.id()),
                "role", "BUILDING_STEWARD",
                "division", district.community());

        Calls.by(surroundings.operatorToken())
                .post("role-grants", body)
                .then()
                .statusCode(201)
                .body("accountId", is(volunteer.account().accountId().toString()));
        Calls.by(surroundings.operatorToken())
                .post("role-grants", body)
                .then()
                .statusCode(409)
                .body("code", is("grant-exists"));
    }

    @Test
    void aGrantForOneStationReachesNoFurther() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID station = station(district, district.community());
        District.Account coordinator = district.somebody();
        Map<String, Object> body = body(coordinator, Role.STATION_COORDINATOR, district.community());
        body.put("stationId", station);

        operator.post("role-grants", body).then().statusCode(201).body("stationId", is(station.toString()));

        Calls.by(coordinator.token()).get("volunteers").then().statusCode(200).body("items", empty());
        refused(Calls.by(coordinator.token()), district.somebody(), Role.GRID_OFFICER, district.community());
        body.put("division", district.otherCommunity());
        operator.post("role-grants", body).then().statusCode(400).body("field", is("stationId"));
    }

    @Test
    void aGrantEndsByItself() {
        District district = District.fresh(surroundings);
        Map<String, Object> body = body(district.somebody(), Role.AUDITOR, district.code());
        body.put("until", Instant.now().minusSeconds(5).toString());

        Calls.by(surroundings.operatorToken())
                .post("role-grants", body)
                .then()
                .statusCode(400)
                .body("code", is("grant-period-invalid"))
                .body("field", is("until"));
    }

    @Test
    void aLimitedRoleHandsOutNothingThatLastsLonger() {
        District district = District.fresh(surroundings);
        Instant end = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        District.Account administrator = district.somebody();
        Map<String, Object> own = body(administrator, Role.DISTRICT_ADMINISTRATOR, district.code());
        own.put("until", end.toString());
        Calls.by(surroundings.operatorToken()).create("role-grants", own);

        Map<String, Object> open = body(district.somebody(), Role.STATION_COORDINATOR, district.street());
        Calls.by(administrator.token())
                .post("role-grants", open)
                .then()
                .statusCode(403)
                .body("code", is("grant-outlasts-own"))
                .body("field", is("until"))
                .body("details.latest", is(end.toString()));
        open.put("until", end.plusSeconds(1).toString());
        Calls.by(administrator.token()).post("role-grants", open).then().statusCode(403);
        open.put("until", end.toString());
        Calls.by(administrator.token()).create("role-grants", open);
    }

    @Test
    void whoHoldsARoleForOneStationSeesTheGrantsOfThatStationOnly() {
        District district = District.fresh(surroundings);
        UUID station = station(district, district.community());
        District.Account coordinator = district.somebody();
        District.Account colleague = district.somebody();
        Map<String, Object> own = body(coordinator, Role.STATION_COORDINATOR, district.community());
        own.put("stationId", station);
        Map<String, Object> others = body(colleague, Role.STATION_COORDINATOR, district.community());
        others.put("stationId", station(district, district.community()));
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID mine = operator.create("role-grants", own);
        UUID elsewhere = operator.create("role-grants", others);
        district.give(district.somebody().accountId(), Role.GRID_OFFICER, district.community());

        Calls calls = Calls.by(coordinator.token());
        calls.get("role-grants").then().statusCode(200).body("items.id", contains(mine.toString()));
        calls.get("role-grants?division=" + district.otherCommunity()).then().body("items", empty());
        calls.post("role-grants/" + elsewhere + "/revocation").then().statusCode(404);
    }

    @Test
    void grantsAreListedWithinScopeAndToTheirHolder() {
        District district = District.fresh(surroundings);
        District.Account officer = district.somebodyWith(Role.GRID_OFFICER, district.community());
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
        Calls elsewhere = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.otherCommunity()));

        administrator
                .get("role-grants?division=" + district.community())
                .then()
                .statusCode(200)
                .body("items.accountId", contains(officer.accountId().toString()));
        administrator.get("role-grants?account=" + officer.accountId()).then().body("items", hasSize(1));
        elsewhere.get("role-grants?account=" + officer.accountId()).then().body("items", empty());
        Calls.by(officer.token()).get("role-grants").then().statusCode(403);
        Calls.by(officer.token())
                .get("role-grants?account=" + officer.accountId())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aRoleMayBeLaidDownButNotTakenFromAbove() {
        District district = District.fresh(surroundings);
        District.Account administrator = district.somebody();
        UUID grant = district.give(administrator.accountId(), Role.DISTRICT_ADMINISTRATOR, district.code());
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.code()));

        coordinator
                .post("role-grants/" + grant + "/revocation")
                .then()
                .statusCode(403)
                .body("code", is("grant-above-own"));
        Calls.by(district.somebody().token())
                .post("role-grants/" + grant + "/revocation")
                .then()
                .statusCode(404);
        Calls.by(administrator.token())
                .post("role-grants/" + grant + "/revocation")
                .then()
                .statusCode(200);
        Calls.by(surroundings.operatorToken())
                .post("role-grants/" + grant + "/revocation")
                .then()
                .statusCode(409)
                .body("code", is("grant-already-revoked"));
    }

    private UUID station(District district, String division) {
        UUID id = UUID.randomUUID();
        surroundings
                .database()
                .execute(
                        "insert into station (id, name, name_key, kind, division, division_prefix, longitude, latitude,"
                                + " opening_hours, service_menu, coverage, coverage_prefixes, opened_at, opened_by,"
                                + " sequence, version) values (?, ?, ?, 'STATION', ?, ?, 102.7, 25.1, '{}', '{}',"
                                + " array[?], array[?], now(), ?, 1, 0)",
                        id,
                        "站" + id,
                        "站" + id,
                        division,
                        division,
                        division,
                        division,
                        UUID.randomUUID());
        return id;
    }

    private static void refused(Calls calls, District.Account holder, Role role, String division) {
        calls.post("role-grants", body(holder, role, division))
                .then()
                .statusCode(403)
                .body("code", is("grant-above-own"));
    }

    private static Map<String, Object> body(District.Account holder, Role role, String division) {
        return new HashMap<>(
                Map.of("holder", Map.of("accountId", holder.accountId()), "role", role.name(), "division", division));
    }
}
