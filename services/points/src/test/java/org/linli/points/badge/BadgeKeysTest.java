package org.linli.points.badge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.crypto.KeyFiles;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.PointsConfiguration;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("What signs badges")
class BadgeKeysTest {
    private static final String AWARDS = "select count(*) from badge_award where volunteer_id = ?";

    Surroundings surroundings;

    @Inject
    KeyFiles files;

    @Inject
    PointsConfiguration configuration;

    @ConfigProperty(name = "LINLI_KEYS_DIRECTORY")
    String keysDirectory;

    @Test
    void theListIsSignedOnceUntilItChanges() {
        Town town = new Town(surroundings);
        UUID award = awarded(town, town.volunteer());
        Response first = given().get("/open-badges/status/0");
        assertThat(first.header("Cache-Control")).contains("max-age=300");
        assertThat(given().get("/open-badges/status/0").asString()).isEqualTo(first.asString());
        given().header("If-None-Match", first.header("ETag"))
                .get("/open-badges/status/0")
                .then()
                .statusCode(304)
                .header("ETag", is(first.header("ETag")));
        given().auth()
                .oauth2(town.official(Role.DISTRICT_ADMINISTRATOR))
                .contentType("application/json")
                .body(Map.of("reason", "记录不实"))
                .post("/api/v1/badges/" + award + "/revocation")
                .then()
                .statusCode(200);
        Response next = given().header("If-None-Match", first.header("ETag")).get("/open-badges/status/0");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.asString()).isNotEqualTo(first.asString());
        given().get("/open-badges/status/900000").then().statusCode(404);
    }

    @Test
    void aKeyThatSignedBeforeStillVerifiesAndIsPublishedUntilItsFileIsTakenAway() throws Exception {
        // Given a key that was put aside when another one took its place
        String jwk = BadgeKey.fresh();
        Path file = Path.of(keysDirectory).resolve("badge-signing-2025.jwk");
        Files.writeString(file, jwk);
        String base = configuration.badges().publicUrl() + "/open-badges/keys";
        BadgeKey before = BadgeKey.of(jwk, base);
        String credential = before.sign("{\"jti\":\"urn:uuid:0\"}");
        BadgeKeys rotated = new BadgeKeys(files, configuration);
        Files.delete(file);
        BadgeKeys without = new BadgeKeys(files, configuration);
        // Then what it signed still verifies, and the world finds it; it signs nothing more
        assertThat(rotated.verified(credential)).isPresent();
        assertThat(rotated.publicJwk(before.thumbprint())).contains(before.publicJwk());
        assertThat(rotated.publicJwks())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key).doesNotContainKey("d"));
        assertThat(rotated.signing().address()).isNotEqualTo(before.address());
        assertThat(rotated.verified(rotated.signing().sign("{}"))).isPresent();
        // and a key that is not trusted any more has gone with its file
        assertThat(without.verified(credential)).isEmpty();
        assertThat(without.publicJwk(before.thumbprint())).isEmpty();
    }

    @Test
    void whatWasSignedUnderAnotherAddressOfTheServiceVerifies() {
        String jwk = BadgeKey.fresh();
        BadgeKey moved = BadgeKey.of(jwk, "https://new.example/open-badges/keys");
        String credential =
                BadgeKey.of(jwk, "https://old.example/open-badges/keys").sign("{}");
        assertThat(moved.verified(credential)).contains("{}");
        assertThat(BadgeKey.of(BadgeKey.fresh(), "https://old.example/open-badges/keys")
                        .verified(credential))
                .isEmpty();
    }

    private UUID awarded(Town town, Town.Person volunteer) {
        town.tell(town.confirmed(town.hours(volunteer.id(), 60, LocalDate.of(2026, 5, 1))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> surroundings.database().count(AWARDS, volunteer.id()) == 1);
        return (UUID)
                surroundings.database().value("select id from badge_award where volunteer_id = ?", volunteer.id());
    }
}
