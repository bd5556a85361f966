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

    private ValidatableResponse invite(String token, long least, int most) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("minimumBalance", least, "most", most))
                .post("/api/v1/offers/" + offer + "/invitations")
                .then();
    }

    private static List<String> shown(Town.Person person) {
        return given().auth()
                .oauth2(person.token())
                .get("/api/v1/offers?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
