package org.linli.points.badge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Badges")
class BadgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    Surroundings surroundings;

    private Town town;
    private Town.Person volunteer;

    @BeforeEach
    void aVolunteer() {
        town = new Town(surroundings);
        volunteer = town.volunteer();
    }

    @Test
    void theFirstServiceIsAwardedOnceWhateverIsToldAgain() {
        Fact first = serve(60);
        UUID award = award("first-service");
        surroundings.events().publish("activity", first);
        serve(30);
        serve(30);
        awaitRecords(3);
        awaitNothingDue();

        badges().body("items.code", contains("first-service"));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.points", award))
                .extracting(OnTopic::type)
                .containsExactly("linli.points.badge.awarded.v1"));
    }

    @Test
    void aRecordThatIsCorrectedIsStillOneAndAnImportedOneIsNone() {
        ServiceRecordState hours = town.hours(volunteer.id(), 60, DAY);
        town.tell(town.confirmed(hours));
        awaitRecords(1);
        town.tell(town.corrected(hours, 90));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(minutes()).isEqualTo(90));
        town.tell(town.confirmed(imported(hours)));
        serve(1);
        awaitRecords(2);
        assertThat(minutes()).isEqualTo(91);
    }

    /** A record like another one, brought over from a former system. */
    private static ServiceRecordState imported(ServiceRecordState like) {
        return new ServiceRecordState(
                UUID.randomUUID(),
                like.volunteerId(),
                null,
                null,
                null,
                like.division(),
                like.category(),
                Provenance.IMPORTED,
                like.status(),
                600,
                like.serviceDate(),
                null,
                null,
                false,
                null,
                null);
    }

    @Test
    void anAverageCountsOverEnoughReviewsOnly() {
        for (int number = 0; number < 9; number++) {
            town.tell(town.reviewed(UUID.randomUUID(), volunteer.id(), 5, 1));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count(
                                        "select coalesce(sum(reviews), 0) from badge_tally where volunteer_id = ?",
                                        volunteer.id()))
                        .isEqualTo(9));
        awaitNothingDue();
        badges().body("items.size()", is(0));

        town.tell(town.reviewed(UUID.randomUUID(), volunteer.id(), 3, 1));

        award("well-reviewed");
    }

    @Test
    void whoeverMeetsANewRuleAlreadyGetsTheBadgeOnItsFirstDay() {
        serve(1440);
        serve(1440);
        award("first-service");
        awaitRecords(2);
        String code = "b-" + UUID.randomUUID().toString().substring(0, 20);
        given().auth()
                .oauth2(town.operator())
                .contentType("application/json")
                .body(Map.of(
                        "code",
                        code,
                        "kind",
                        "MINUTES",
                        "threshold",
                        2880,
                        "name",
                        "两昼夜",
                        "description",
                        "满两千八百八十分钟。",
                        "validFrom",
                        LocalDate.now(LinliClock.ZONE).toString()))
                .post("/api/v1/badge-rules")
                .then()
                .statusCode(201);

        award(code);
    }

    @Test
    void theCredentialVerifiesWithAnotherLibraryAndNamesNobody() throws Exception {
        serve(60);
        String credential = credential(award("first-service"));

        SignedJWT signed = SignedJWT.parse(credential);
        assertThat(signed.verify(published(signed))).isTrue();
        Map<String, Object> claims = signed.getJWTClaimsSet().toJSONObject();
        assertThat(claims.get("@context"))
                .isEqualTo(List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
        assertThat(claims.get("type")).isEqualTo(List.of("VerifiableCredential", "OpenBadgeCredential"));
        assertThat(claims.get("iss")).isEqualTo(((Map<?, ?>) claims.get("issuer")).get("id"));
        assertThat(claims.get("jti")).isEqualTo(claims.get("id"));
        assertThat(claims.toString()).doesNotContain(volunteer.id().toString());
        Map<?, ?> subject = (Map<?, ?>) claims.get("credentialSubject");
        Map<?, ?> holder = (Map<?, ?>) ((List<?>) subject.get("identifier")).getFirst();
        assertThat(holder.get("identityHash"))
                .as("who says whose it is can be believed")
                .isEqualTo(OpenBadge.hash(volunteer.id(), (String) holder.get("salt")));
        verify(credential).body("verified", is(true)).body("badge", is("初次服务"));
    }

    @Test
    void aCredentialThatWasChangedOrSignedElsewhereIsRefused() throws Exception {
        serve(60);
        String credential = credential(award("first-service"));
        String[] parts = credential.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), "UTF-8").replace("初次服务", "百次服务");
        String changed = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes("UTF-8")) + "." + parts[2];
        String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes("UTF-8"))
                + "." + parts[1] + ".";

        assertThat(SignedJWT.parse(changed).verify(published(SignedJWT.parse(credential))))
                .isFalse();
        for (String wrong : List.of(changed, unsigned, "nonsense", "a.b.c")) {
            verify(wrong)
                    .body("verified", is(false))
                    .body("fault", is("SIGNATURE"))
                    .body("badge", nullValue());
        }
        given().contentType("application/json")
                .body("{}")
                .post("/open-badges/verification")
                .then()
                .statusCode(400);
    }

    @Test
    void aRevokedBadgeNoLongerVerifiesStandsInTheListAndDoesNotComeAgain() throws Exception {
        serve(60);
        UUID award = award("first-service");
        String credential = credential(award);
        Map<?, ?> status =
                (Map<?, ?>) SignedJWT.parse(credential).getJWTClaimsSet().getClaim("credentialStatus");
        int place = Integer.parseInt((String) status.get("statusListIndex"));
        String list = (String) status.get("statusListCredential");
        assertThat(isRevoked(list, place)).isFalse();

        given().auth()
                .oauth2(town.official(Role.DISTRICT_ADMINISTRATOR))
                .contentType("application/json")
                .body(Map.of("reason", "记录不实"))
                .post("/api/v1/badges/" + award + "/revocation")
                .then()
                .statusCode(200);

        assertThat(isRevoked(list, place)).isTrue();
        verify(credential).body("verified", is(false)).body("fault", is("REVOKED"));
        mine("/" + award + "/credential").statusCode(409).body("code", is("badge-revoked"));
        serve(60);
        awaitRecords(2);
        awaitNothingDue();
        badges().body("items.id", contains(award.toString()));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.points", award))
                .extracting(OnTopic::type)
                .containsExactly("linli.points.badge.awarded.v1", "linli.points.badge.revoked.v1"));
    }

    @Test
    void othersSeeNeitherTheBadgesNorTheCredential() {
        serve(60);
        UUID award = award("first-service");
        String stranger = town.volunteer().token();

        given().auth().oauth2(stranger).get("/api/v1/badges/" + award).then().statusCode(404);
        given().auth()
                .oauth2(stranger)
                .get("/api/v1/badges?volunteerId=" + volunteer.id())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(town.official(Role.AUDITOR))
                .get("/api/v1/badges/" + award + "/credential")
                .then()
                .statusCode(403);
    }

    private Fact serve(int minutes) {
        Fact fact = town.confirmed(town.hours(volunteer.id(), minutes, DAY));
        town.tell(fact);
        return fact;
    }

    private UUID award(String code) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count(
                                        "select count(*) from badge_award where volunteer_id = ? and code = ?",
                                        volunteer.id(),
                                        code))
                        .isOne());
        return (UUID) surroundings
                .database()
                .value("select id from badge_award where volunteer_id = ? and code = ?", volunteer.id(), code);
    }

    private void awaitRecords(long records) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records()).isEqualTo(records));
    }

    private void awaitNothingDue() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count(
                                        "select count(*) from due_work where kind = 'badge.review' and subject = ?",
                                        volunteer.id().toString()))
                        .isZero());
    }

    private long records() {
        return figure("records");
    }

    private long minutes() {
        return figure("minutes");
    }

    private long figure(String column) {
        return surroundings
                .database()
                .count(
                        "select coalesce(sum(" + column + "), 0) from badge_tally where volunteer_id = ?",
                        volunteer.id());
    }

    private ValidatableResponse badges() {
        return mine("").statusCode(200);
    }

    private ValidatableResponse mine(String rest) {
        return given().auth()
                .oauth2(volunteer.token())
                .get("/api/v1/badges" + rest)
                .then();
    }

    private String credential(UUID award) {
        return mine("/" + award + "/credential")
                .statusCode(200)
                .body("format", is("VC-JWT"))
                .extract()
                .jsonPath()
                .getString("credential");
    }

    /** The key as the world finds it: by the address in the credential, which stands in the set too. */
    private static JWSVerifier published(SignedJWT signed) throws Exception {
        String address = signed.getHeader().getKeyID();
        RSAKey key = RSAKey.parse(given().get(URI.create(address).getPath())
                .then()
                .statusCode(200)
                .extract()
                .asString());
        JWKSet set = JWKSet.parse(
                given().get("/open-badges/jwks.json").then().extract().asString());
        assertThat(set.getKeyByKeyId(address)).isEqualTo(key);
        assertThat(key.isPrivate()).isFalse();
        return new RSASSAVerifier(key);
    }

    private static boolean isRevoked(String list, int place) throws Exception {
        SignedJWT signed = SignedJWT.parse(given().get(URI.create(list).getPath())
                .then()
                .statusCode(200)
                .contentType("application/vc+jwt")
                .extract()
                .asString());
        assertThat(signed.verify(published(signed))).isTrue();
        Map<?, ?> subject = (Map<?, ?>) signed.getJWTClaimsSet().getClaim("credentialSubject");
        String encoded = (String) subject.get("encodedList");
        assertThat(encoded).startsWith("u");
        byte[] compressed = Base64.getUrlDecoder().decode(encoded.substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        assertThat(bits).hasSize(131_072 / 8);
        return (bits[place / 8] & 0x80 >> place % 8) != 0;
    }

    private static ValidatableResponse verify(String credential) {
        return given().contentType("application/json")
                .body(Map.of("credential", credential))
                .post("/open-badges/verification")
                .then()
                .statusCode(200);
    }
}
