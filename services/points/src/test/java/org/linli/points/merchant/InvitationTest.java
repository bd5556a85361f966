package org.linli.points.merchant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("An offer of the head office")
class InvitationTest {
    Surroundings surroundings;

    private Town town;
    private Market market;
    private UUID offer;

    @BeforeEach
    void anOffer() {
        town = new Town(surroundings);
        market = new Market(town);
        offer = market.offer(market.merchant(), 100, 5, Map.of("byInvitation", true));
    }

    @Test
    @DisplayName("is for those with the highest balances, who are invited once and told")
    void isForThoseWhoAreInvited() {
        List<Town.Person> rich = market.volunteersWith(2, 400);
        Town.Person poor = market.volunteerWith(300);
        market.hold(rich.getFirst(), offer).then().statusCode(409).body("code", equalTo("not-invited"));
        invite(market.official(), 300, 1).statusCode(403);
        // When the highest two are invited, and then whoever is next
        String headOffice = town.official(Role.DISTRICT_ADMINISTRATOR);
        invite(headOffice, 301, 10).statusCode(200).body("invited", equalTo(2));
        invite(headOffice, 301, 10).statusCode(200).body("invited", equalTo(0));
        // Then they see it and may have it
        market.held(rich.getFirst(), offer);
        assertThat(shown(rich.getLast())).contains(offer.toString());
        market.hold(poor, offer).then().statusCode(409).body("code", equalTo("not-invited"));
        assertThat(shown(poor)).doesNotContain(offer.toString());
        invite(headOffice, 300, 10).body("invited", equalTo(1));
        market.held(poor, offer);
        UUID invitation = (UUID) surroundings
                .database()
                .value("select id from offer_invitation where offer_id = ? and volunteer_id = ?", offer, poor.id());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.points", invitation.toString()))
                        .singleElement()
                        .satisfies(told -> assertThat(told.type()).isEqualTo("linli.points.offer.invited.v1")));
    }

    @Test
    @DisplayName("is by invitation, or nobody is invited")
    void isByInvitation() {
        offer = market.offer(market.merchant(), 100, 5);
        invite(town.official(Role.DISTRICT_ADMINISTRATOR), 100, 1)
                .statusCode(409)
                .body("code", equalTo("offer-for-everybody"));
    }

    @Test
    @DisplayName("reaches nobody outside the district of who invites")
    void reachesNobodyOutside() {
        Town next = new Town(surroundings);
        next.divisions();
        Town.Person neighbour = new Market(next).volunteerWith(400);
        offer = market.offer(market.merchant(), 100, 5, Map.of("byInvitation", true, "audience", next.district()));
        invite(town.official(Role.DISTRICT_ADMINISTRATOR), 1, 500)
                .statusCode(403)
                .body("field", equalTo("audience"));
        assertThat(shown(neighbour)).doesNotContain(offer.toString());
        invite(town.operator(), 400, 1).statusCode(200).body("invited", equalTo(1));
    }

    @Test
    @DisplayName("stays by invitation until the head office says otherwise, and is found by those who work with it")
    void staysByInvitation() {
        String headOffice = town.official(Role.DISTRICT_ADMINISTRATOR);
        Market.Shop shop = market.shop();
        offer = market.offer(shop.id(), 100, 5, Map.of("byInvitation", true));
        assertThat(shown(headOffice)).contains(offer.toString());
        assertThat(shown(market.official())).contains(offer.toString());
        assertThat(shown(shop.till())).contains(offer.toString());
        assertThat(shown(market.till(market.merchant()))).doesNotContain(offer.toString());
        assertThat(shown(new Town(surroundings).official(Role.DISTRICT_ADMINISTRATOR)))
                .doesNotContain(offer.toString());
        // When somebody says nothing of it
        change(market.official(), Map.of()).statusCode(200).body("byInvitation", equalTo(true));
        change(market.official(), Map.of("byInvitation", false)).statusCode(403).body("field", equalTo("byInvitation"));
        change(headOffice, Map.of("byInvitation", false)).statusCode(200).body("byInvitation", equalTo(false));
    }

    @Test
    @DisplayName("is to be had, or nobody is invited")
    void isToBeHad() {
        String headOffice = town.official(Role.DISTRICT_ADMINISTRATOR);
        surroundings.database().execute("update offer set valid_until = valid_from where id = ?", offer);
        invite(headOffice, 1, 1).statusCode(409).body("code", equalTo("offer-not-on-sale"));
        UUID merchant = market.merchant();
        offer = market.offer(merchant, 100, 5, Map.of("byInvitation", true));
        Market.post(market.official(), "/api/v1/merchants/" + merchant + "/suspension", Map.of("reason", "装修"));
        invite(headOffice, 1, 1).statusCode(409).body("code", equalTo("merchant-not-active"));
    }

    private ValidatableResponse change(String token, Map<String, Object> more) {
        Map<String, Object> terms = Market.terms(100, 5);
        terms.putAll(more);
        String tag = given().auth()
                .oauth2(token)
                .get("/api/v1/offers/" + offer)
                .then()
                .extract()
                .header("ETag");
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(terms)
                .put("/api/v1/offers/" + offer)
                .then();
    }

    private ValidatableResponse invite(String token, long least, int most) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("minimumBalance", least, "most", most))
                .post("/api/v1/offers/" + offer + "/invitations")
                .then();
    }

    private List<String> shown(Town.Person person) {
        return shown(person.token());
    }

    private List<String> shown(String token) {
        Object merchant = surroundings.database().value("select merchant_id from offer where id = ?", offer);
        return given().auth()
                .oauth2(token)
                .get("/api/v1/offers?limit=200&merchantId=" + merchant)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
