package org.linli.points.transfer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AgeBand;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Points given away")
class TransferTest {
    Surroundings surroundings;
    private Town town;
    private Market market;
    private Town.Person giver;

    @BeforeEach
    void somebodyWithPoints() {
        town = new Town(surroundings);
        market = new Market(town);
        giver = market.volunteerWith(4000);
    }

    @Test
    @DisplayName("arrive in the other passbook, and both statements say so")
    void arriveInTheOtherPassbook() {
        Town.Person friend = town.volunteer();
        String id = Market.post(giver.token(), "/api/v1/transfers", to(friend.id(), 1000))
                .getString("id");
        assertThat(town.balance(giver.id())).isEqualTo(3000);
        assertThat(town.balance(friend.id())).isEqualTo(1000);
        for (Town.Person one : new Town.Person[] {giver, friend}) {
            assertThat(get(one, "/api/v1/transfers/" + id).statusCode()).isEqualTo(200);
            assertThat(get(one, "/api/v1/transfers").jsonPath().getList("items.id"))
                    .containsExactly(id);
            assertThat(get(one, "/api/v1/passbooks/" + one.id() + "/statement")
                            .jsonPath()
                            .getString("items[0].kind"))
                    .isEqualTo("TRANSFERRED");
        }
        assertThat(get(town.volunteer(), "/api/v1/transfers/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("go to the charity fund of a division")
    void goToTheCharityFund() {
        town.divisions();
        assertThat(get(giver, "/api/v1/funds/" + town.district()).jsonPath().getList("items"))
                .isEmpty();
        Market.post(giver.token(), "/api/v1/transfers", Map.of("fund", town.district(), "amount", 500));
        assertThat(town.balance(giver.id())).isEqualTo(3500);
        assertThat(town.balance(Account.fund(town.district(), PointsUnit.POINTS)))
                .isEqualTo(500);
        Response fund = get(town.volunteer(), "/api/v1/funds/" + town.district());
        assertThat(fund.jsonPath().getList("items")).containsExactly(Map.of("unit", "POINTS", "balance", 500));
        assertThat(get(giver, "/api/v1/funds/990000000000").statusCode()).isEqualTo(404);
        assertThat(give(giver, Map.of("fund", "999999000000", "amount", 500))).isEqualTo("400 division-unknown");
    }

    @Test
    @DisplayName("are limited in a day, to adults and verified receivers, and by what is there")
    void areLimited() {
        UUID friend = town.volunteer().id();
        assertThat(give(giver, to(friend, 2001))).isEqualTo("409 transfer-limit-reached");
        Market.post(giver.token(), "/api/v1/transfers", to(friend, 2000));
        assertThat(give(giver, to(friend, 1))).isEqualTo("409 transfer-limit-reached");
        assertThat(give(giver, to(giver.id(), 1))).isEqualTo("400 receiver-invalid");
        assertThat(give(giver, Map.of("amount", 1))).isEqualTo("400 receiver-invalid");
        assertThat(give(giver, to(UUID.randomUUID(), 1))).isEqualTo("409 receiver-not-active");
        assertThat(give(town.volunteer(), to(friend, 1))).isEqualTo("409 balance-too-low");
        assertThat(give(town.volunteerOf(AgeBand.FROM_16_TO_17), to(friend, 1))).isEqualTo("409 giver-is-a-minor");
        Map<String, Object> red = new HashMap<>(to(friend, 1));
        red.put("unit", "RED_POINTS");
        assertThat(give(giver, red)).isEqualTo("409 unit-not-transferable");
        red.put("unit", "NO_SUCH_UNIT");
        assertThat(give(giver, red)).isEqualTo("400 unit-unknown");
        assertThat(town.balance(giver.id())).isEqualTo(2000);
    }

    private static Map<String, Object> to(UUID volunteer, long amount) {
        return Map.of("toVolunteerId", volunteer, "amount", amount);
    }

    private static String give(Town.Person one, Object body) {
        Response answer = Market.send(one.token(), "/api/v1/transfers", body);
        return answer.statusCode() + " " + answer.path("code");
    }

    private static Response get(Town.Person one, String path) {
        return given().auth().oauth2(one.token()).get(path);
    }
}
