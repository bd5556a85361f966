package org.linli.points.scheme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.points.Market;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Schemes stand side by side")
class EarningInSchemesTest {
    private static final String RED = "RED_POINTS";

    Surroundings surroundings;

    @Test
    @DisplayName("one service earns in two units, each with its own end, statement and use")
    void oneServiceEarnsInTwoUnits() {
        Town town = new Town(surroundings);
        LocalDate today = LocalDate.now(LinliClock.ZONE);
        // for bathing alone, which no other test is about
        Map<String, Object> rule = Map.of(
                "code",
                "red-" + UUID.randomUUID().toString().substring(0, 20),
                "kind",
                "PER_HOUR",
                "unit",
                RED,
                "amount",
                0,
                "categoryAmounts",
                Map.of("BATHING", 300),
                "validFrom",
                today.toString());
        Market.post(town.operator(), "/api/v1/points-rules", rule);
        Town.Person volunteer = town.volunteer();
        town.tell(town.confirmed(town.hours(volunteer.id(), 60, today, ServiceCategory.BATHING)));
        String path = "/api/v1/passbooks/" + volunteer.id();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(get(volunteer, path + "?unit=" + RED).getLong("balance"))
                                .isEqualTo(300));
        assertThat(get(volunteer, path).getLong("balance")).isEqualTo(100);
        assertThat(get(volunteer, path + "/statement?unit=" + RED).getList("items.amount"))
                .containsExactly(300);
        JsonPath purses = get(volunteer, path + "/purses");
        assertThat(purses.getString("items.find { it.unit == 'RED_POINTS' }.firstEnding"))
                .isEqualTo(today.getYear() + "-12-31T16:00:00Z");
        assertThat(purses.getString("items.find { it.unit == 'POINTS' }.firstEnding"))
                .isNull();
        // what is in one unit buys what is priced in it
        Market market = new Market(town);
        UUID offer = market.offer(market.merchant(), 300, 1, Map.of("unit", RED));
        market.held(volunteer, offer);
        assertThat(get(volunteer, path + "?unit=" + RED).getLong("held")).isEqualTo(300);
        assertThat(get(volunteer, path).getLong("balance")).isEqualTo(100);
    }

    private static JsonPath get(Town.Person volunteer, String path) {
        return given().auth()
                .oauth2(volunteer.token())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
