package org.linli.points.merchant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
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
@DisplayName("A merchant")
class MerchantTest {
    Surroundings surroundings;
    private Town town;
    private Market market;

    @BeforeEach
    void aTown() {
        town = new Town(surroundings);
        market = new Market(town);
    }

    @Test
    @DisplayName("opens its till to whoever brings the code once, and holds the role")
    void opensItsTillToWhoeverBringsTheCode() {
        UUID shop = market.merchant();
        String link = "/api/v1/merchants/" + shop + "/till-link";
        String code = market.code(shop);
        String keeper = town.official(Role.MERCHANT);
        // without the role of this place the code is worth nothing
        problem(Market.send(town.volunteer().token(), link, Map.of("code", code)), 403, "forbidden");
        problem(Market.send(keeper, link, Map.of("code", "00000000x")), 403, "till-code-wrong");
        JsonPath till = Market.post(keeper, link, Map.of("code", code));
        assertThat(till.getString("linkedAt")).isNotNull();
        // again it is the same till, for somebody else it is no code
        assertThat(Market.post(keeper, link, Map.of("code", code)).getString("id"))
                .isEqualTo(till.getString("id"));
        problem(Market.send(town.official(Role.MERCHANT), link, Map.of("code", code)), 403, "till-code-wrong");
        assertThat(get(keeper, "/api/v1/merchants/" + shop + "/payable").statusCode())
                .isEqualTo(200);
        // taken away, it is over at once
        given().auth()
                .oauth2(market.official())
                .delete("/api/v1/merchants/" + shop + "/tills/" + till.getString("id"))
                .then()
                .statusCode(204);
        problem(get(keeper, "/api/v1/merchants/" + shop + "/payable"), 403, "forbidden");
    }

    @Test
    @DisplayName("voids a code after five wrong tries")
    void voidsACodeAfterFiveWrongTries() {
        UUID shop = market.merchant();
        String code = market.code(shop);
        String keeper = town.official(Role.MERCHANT);
        String link = "/api/v1/merchants/" + shop + "/till-link";
        for (int tried = 0; tried < 5; tried++) {
            problem(Market.send(keeper, link, Map.of("code", "wrong" + tried)), 403, "till-code-wrong");
        }
        problem(Market.send(keeper, link, Map.of("code", code)), 403, "till-code-wrong");
        Market.post(keeper, link, Map.of("code", market.code(shop)));
    }

    @Test
    @DisplayName("that is suspended sells nothing new and hands over what was set aside; one that left does not")
    void thatIsSuspendedHandsOverWhatWasSetAside() {
        Market.Shop shop = market.shop();
        UUID offer = market.offer(shop.id(), 100, 5);
        Town.Person volunteer = market.volunteerWith(300);
        JsonPath first = market.held(volunteer, offer);
        JsonPath second = market.held(volunteer, offer);
        String path = "/api/v1/merchants/" + shop.id();
        Market.post(market.official(), path + "/suspension", Map.of("reason", "装修"));
        problem(market.hold(volunteer, offer), 409, "merchant-not-active");
        assertThat(market.fulfil(shop, first.getString("link")).statusCode()).isEqualTo(200);
        Market.post(market.official(), path + "/departure", Map.of("reason", "搬迁"));
        problem(market.fulfil(shop, second.getString("link")), 409, "merchant-left");
        problem(Market.send(market.official(), path + "/resumption", Map.of("reason", "回来")), 409, "merchant-left");
    }

    @Test
    @DisplayName("is changed only by who read it as it is")
    void isChangedOnlyByWhoReadItAsItIs() {
        UUID shop = market.merchant();
        String path = "/api/v1/merchants/" + shop;
        String tag = get(market.official(), path).header("ETag");
        assertThat(put(market.official(), path, tag, Map.of("name", "新店")).statusCode())
                .isEqualTo(200);
        problem(put(market.official(), path, tag, Map.of("name", "旧店")), 412, "stale-version");
        problem(put(town.volunteer().token(), path, null, Map.of("name", "别店")), 403, "forbidden");
    }

    @Test
    @DisplayName("shows what can be had where somebody lives, with what is left")
    void showsWhatCanBeHad() {
        UUID shop = market.merchant();
        UUID offer = market.offer(shop, 100, 5);
        Town.Person volunteer = market.volunteerWith(100);
        market.held(volunteer, offer);
        JsonPath shown =
                get(volunteer.token(), "/api/v1/offers?merchantId=" + shop).jsonPath();
        assertThat(shown.getList("items.id")).containsExactly(offer.toString());
        assertThat(shown.getInt("items[0].left")).isEqualTo(4);
        Town elsewhere = new Town(surroundings);
        assertThat(get(elsewhere.volunteer().token(), "/api/v1/offers?merchantId=" + shop)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        // fewer than are taken cannot be, more can
        Map<String, Object> terms = new HashMap<>(Market.terms(100, 0));
        String path = "/api/v1/offers/" + offer;
        problem(put(market.official(), path, null, terms), 409, "stock-already-taken");
        terms.put("stock", 9);
        assertThat(put(market.official(), path, null, terms).jsonPath().getInt("left"))
                .isEqualTo(8);
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static Response put(String token, String path, String tag, Object body) {
        var call = given().auth().oauth2(token).contentType("application/json").body(body);
        return (tag == null ? call : call.header("If-Match", tag)).put(path);
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.path("code")).isEqualTo(status + " " + code);
    }
}
