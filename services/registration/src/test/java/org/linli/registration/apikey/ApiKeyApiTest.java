package org.linli.registration.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.Startup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.access.DeviceTokens;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("API keys")
class ApiKeyApiTest {
    Surroundings surroundings;
    District district;
    Calls administrator;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
        administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
    }

    @Test
    void aKeyIsToldOnceAndKeptAsAHashAlone() {
        ValidatableResponse made = administrator.post("api-keys", gate()).then().statusCode(201);
        String key = made.extract().path("key");
        UUID id = made.extract().jsonPath().getUUID("id");

        administrator
                .get("api-keys?division=" + district.community())
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("items[0].key", nullValue())
                .body("items[0].lastUsedAt", nullValue());
        Map<String, Object> row = surroundings
                .database()
                .query("select * from api_key where id = ?", id)
                .getFirst();
        String secret = key.substring(key.lastIndexOf('_') + 1);
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(secret));
        assertThat((byte[]) row.get("secret_hash")).hasSize(32).isNotEqualTo(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(surroundings.database().query("select action from audit where subject = ?", id.toString()))
                .extracting(audited -> audited.get("action"))
                .containsExactly("api-key-made");
    }

    @Test
    void itIsChangedForATokenWithTheRoleOfTheKeyAndOnlyThat() {
        String key = administrator.post("api-keys", gate()).then().extract().path("key");

        ValidatableResponse worth = worth(key)
                .statusCode(200)
                .body("resources", contains("check-ins", "volunteers"))
                .body("mayWrite", is(true))
                .body("perMinute", is(60));

        Calls device = Calls.by(worth.extract().path("token"));
        device.get("me")
                .then()
                .statusCode(200)
                .body(
                        "accountId",
                        is(DeviceTokens.accountOf(worth.extract().jsonPath().getUUID("id"))
                                .toString()))
                .body("grants.role", contains("STATION_COORDINATOR"))
                .body("grants.division", contains(district.community()));
        device.get("volunteers?division=" + district.community()).then().statusCode(200);
        administrator.get("api-keys").then().body("items.lastUsedAt", hasItem(notNullValue()));
    }

    @Test
    void onceRevokedItIsWorthNothingAndItsTokensNeither() {
        ValidatableResponse made = administrator.post("api-keys", gate()).then();
        UUID id = made.extract().jsonPath().getUUID("id");
        Calls device = Calls.by(worth(made.extract().path("key")).extract().path("token"));

        administrator
                .post("api-keys/" + id + "/revocation")
                .then()
                .statusCode(200)
                .body("revokedAt", notNullValue());

        worth(made.extract().path("key")).statusCode(401);
        device.get("volunteers").then().statusCode(403);
        given().get("/gateway/endings").then().statusCode(200).body("keys", hasItem(id.toString()));
        administrator
                .post("api-keys/" + id + "/revocation")
                .then()
                .statusCode(409)
                .body("code", is("api-key-revoked-already"));
    }

    @Test
    void nobodyMakesOneAboveTheirOwnRoleOutsideTheirDivisionOrWithoutAnEnd() {
        Calls elsewhere = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()));
        refused(elsewhere, Map.of(), 403, "grant-above-own");
        refused(Calls.by(district.somebody().token()), Map.of(), 403, "grant-above-own");
        refused(administrator, Map.of("role", "PLATFORM_OPERATOR"), 403, "grant-above-own");
        refused(
                administrator,
                Map.of("until", Instant.now().minus(1, ChronoUnit.DAYS).toString()),
                400,
                "api-key-period-invalid");
        refused(
                administrator,
                Map.of("until", Instant.now().plus(900, ChronoUnit.DAYS).toString()),
                400,
                "api-key-period-invalid");

        UUID id = administrator.create("api-keys", gate());
        elsewhere.post("api-keys/" + id + "/revocation").then().statusCode(404);
        elsewhere.get("api-keys?division=" + district.community()).then().body("items.size()", is(0));
    }

    @Test
    void whoCoordinatesOneStationSeesTheKeysTheyMadeForItAndNoOthers() {
        String token = district.tokenOfStation(district.community(), district.community());
        Calls coordinator = Calls.by(token);
        UUID station = UUID.fromString(
                coordinator.get("me").then().statusCode(200).extract().path("grants[0].stationId"));
        Map<String, Object> body = new HashMap<>(gate());
        body.put("stationId", station);
        administrator.create("api-keys", gate());
        UUID own = coordinator.create("api-keys", body);

        coordinator.get("api-keys").then().statusCode(200).body("items.id", contains(own.toString()));
        coordinator.get("api-keys?division=" + district.otherCommunity()).then().body("items.size()", is(0));
        Calls.by(district.tokenOfStation(district.community(), district.community()))
                .get("api-keys")
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void aLongResourceIsRefusedLikeAnyOtherThatIsNone() {
        for (String resource : new String[] {"a".repeat(100_000), "a-".repeat(50_000), "-a", "A", "a".repeat(41)}) {
            refused(administrator, Map.of("resources", List.of(resource)), 400, "invalid-value");
        }
    }

    @Test
    void theKeyOfTheirTokensIsReadAtTheStartSoThatABadOneIsFoundThen() {
        assertThat(KeyTokens.class).hasAnnotation(Startup.class);
    }

    @Test
    void whatIsNoKeyIsWorthNothing() {
        String key = administrator.post("api-keys", gate()).then().extract().path("key");
        char last = key.charAt(key.length() - 2);
        String changed = key.substring(0, key.length() - 2) + (last == 'A' ? 'B' : 'A') + key.charAt(key.length() - 1);

        for (String shown : new String[] {changed, key + "x", key.substring(1), "", "linli_", "x' or 1=1 --"}) {
            worth(shown).statusCode(401);
        }
        given().post("/gateway/api-keys/worth").then().statusCode(401);
        worth(key).statusCode(200);
    }

    @Test
    void aTokenThatOnlyNamesTheIssuerOfKeysIsRefused() {
        String forged = surroundings.issuer().forgedTokenFor("x");
        String[] parts = forged.split("\\.");
        String claims = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"iss\":\"" + DeviceTokens.ISSUER + "\",\"sub\":\"" + UUID.randomUUID()
                                + "\",\"exp\":" + Instant.now().plusSeconds(60).getEpochSecond() + "}")
                        .getBytes(StandardCharsets.UTF_8));

        Calls.by(parts[0] + "." + claims + "." + parts[2]).get("me").then().statusCode(401);
    }

    private void refused(Calls who, Map<String, Object> other, int status, String code) {
        Map<String, Object> body = new HashMap<>(gate());
        body.putAll(other);
        who.post("api-keys", body).then().statusCode(status).body("code", is(code));
    }

    private Map<String, Object> gate() {
        return ApiKeySamples.gate(district, Role.STATION_COORDINATOR, "volunteers", "check-ins");
    }

    private static ValidatableResponse worth(String key) {
        return given().header("X-API-Key", key).post("/gateway/api-keys/worth").then();
    }
}
