package org.linli.points.redemption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.Events;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.points.Market;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A redemption")
class RedemptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Surroundings surroundings;
    private Town town;
    private Market market;
    private Market.Shop shop;

    @BeforeEach
    void aShop() {
        town = new Town(surroundings);
        market = new Market(town);
        shop = market.shop();
    }

    @Test
    void setsPointsAsideAndIsHandedOverOnceAtTheTill() {
        Events.Since told = surroundings.events().since("linli.points");
        Town.Person volunteer = market.volunteerWith(500);
        UUID offer = market.offer(shop.id(), 150, 3);
        JsonPath held = market.held(volunteer, offer);
        assertThat(town.balance(volunteer.id())).isEqualTo(350);
        assertThat(market.heldOf(volunteer)).isEqualTo(150);
        assertThat(held.getString("code")).matches("\\d{6}");
        assertThat(held.getString("link")).startsWith("https://").contains("#");
        // the till looks at it, by the digits, and sees no code
        JsonPath looked = ok(market.verify(shop, held.getString("code")));
        assertThat(looked.getString("title")).isEqualTo("豆花米线一碗");
        assertThat(looked.getString("code")).isNull();
        // and hands over, by the link
        assertThat(ok(market.fulfil(shop, held.getString("link"))).getString("status"))
                .isEqualTo("FULFILLED");
        assertThat(market.heldOf(volunteer)).isZero();
        assertThat(market.payable(shop.id())).isEqualTo(150);
        assertThat(stock(offer)).isEqualTo("3 0 1");
        // a second time there is nothing
        problem(market.fulfil(shop, held.getString("code")), 409, "code-already-used");
        problem(market.verify(shop, held.getString("code")), 409, "code-already-used");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told.about(held.getString("id")))
                        .extracting(OnTopic::type)
                        .containsExactly("linli.points.redemption.held.v1", "linli.points.redemption.fulfilled.v1"));
    }

    @Test
    void standsInTheListOfTheDayForItsTillAndItsOfficialsWithoutAName() {
        Town.Person volunteer = market.volunteerWith(500);
        UUID offer = market.offer(shop.id(), 150, 3);
        JsonPath first = market.held(volunteer, offer);
        ok(market.fulfil(shop, first.getString("link")));
        JsonPath second = market.held(volunteer, offer);
        ok(market.fulfil(shop, second.getString("link")));
        market.held(volunteer, offer);
        String list = "/api/v1/merchants/" + shop.id() + "/redemptions";
        assertThat(ok(get(shop.till(), list)).getList("items.id"))
                .containsExactly(first.getString("id"), second.getString("id"));
        assertThat(get(shop.till(), list).asString())
                .contains("豆花米线一碗")
                .doesNotContain(volunteer.id().toString());
        assertThat(ok(get(shop.till(), list + "?limit=1")).getString("next")).isNotEmpty();
        assertThat(ok(get(market.official(), list)).getList("items")).hasSize(2);
        LocalDate yesterday = LocalDate.now(LinliClock.ZONE).minusDays(1);
        assertThat(ok(get(shop.till(), list + "?on=" + yesterday)).getList("items"))
                .isEmpty();
        problem(get(market.shop().till(), list), 403, "forbidden");
        problem(get(volunteer.token(), list), 403, "forbidden");
        problem(get(shop.till(), "/api/v1/merchants/" + UUID.randomUUID() + "/redemptions"), 404, "not-found");
    }

    @Test
    void isKnownAtItsOwnShopOnlyAndToThoseWhoMayActThere() {
        JsonPath held = market.held(market.volunteerWith(200), market.offer(shop.id(), 150, 3));
        problem(market.fulfil(market.shop(), held.getString("link")), 404, "code-not-valid");
        problem(market.fulfil(market.shop(), held.getString("code")), 404, "code-not-valid");
        // neither an official nor the keeper of another shop acts at this till
        problem(market.fulfil(shop.id(), market.official(), held.getString("link")), 403, "forbidden");
        problem(market.fulfil(shop.id(), market.shop().till(), held.getString("link")), 403, "forbidden");
        assertThat(market.fulfil(shop, held.getString("link")).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsItsCodeFromEverybodyButItsOwner() {
        Town.Person volunteer = market.volunteerWith(200);
        JsonPath held = market.held(volunteer, market.offer(shop.id(), 150, 3));
        String path = "/api/v1/redemptions/" + held.getString("id");
        assertThat(get(volunteer.token(), path).jsonPath().getString("code")).isEqualTo(held.getString("code"));
        JsonPath official = ok(get(town.official(Role.DISTRICT_ADMINISTRATOR), path));
        assertThat(official.getString("code")).isNull();
        assertThat(official.getString("link")).isNull();
        problem(get(town.volunteer().token(), path), 404, "not-found");
        // whoever reads the database finds neither
        String secret = Codes.secretOf(held.getString("link"));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from redemption r where r.id = ?"
                                        + " and (r::text like ? or r::text like ?)",
                                held.getUUID("id"),
                                "%" + secret + "%",
                                "%" + hex(secret) + "%"))
                .isZero();
    }

    @Test
    void returnsPointsToTheSameLotsWhenItsOwnerGivesItUp() {
        Town.Person volunteer = market.volunteerWith(1000);
        UUID offer = market.offer(shop.id(), 900, 3);
        Object before = lots(volunteer);
        JsonPath held = market.held(volunteer, offer);
        assertThat(lots(volunteer)).isNotEqualTo(before);
        String path = "/api/v1/redemptions/" + held.getString("id") + "/cancellation";
        problem(Market.send(town.volunteer().token(), path, null), 404, "not-found");
        assertThat(Market.post(volunteer.token(), path, null).getString("status"))
                .isEqualTo("CANCELLED");
        assertThat(lots(volunteer)).isEqualTo(before);
        assertThat(stock(offer)).isEqualTo("3 0 0");
        problem(Market.send(volunteer.token(), path, null), 409, "code-cancelled");
        problem(market.fulfil(shop, held.getString("link")), 409, "code-cancelled");
    }

    @Test
    void lapsesWhenNobodyFetchesItAndThePointsAndTheStockReturn() {
        Town.Person volunteer = market.volunteerWith(200);
        UUID offer = market.offer(shop.id(), 150, 3);
        JsonPath held = market.held(volunteer, offer);
        surroundings
                .database()
                .execute(
                        "update redemption set valid_until = now() - interval '1 second' where id = ?",
                        held.getUUID("id"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(volunteer.token(), "/api/v1/redemptions/" + held.getString("id"))
                                .jsonPath()
                                .getString("status"))
                        .isEqualTo("LAPSED"));
        assertThat(town.balance(volunteer.id())).isEqualTo(200);
        assertThat(market.heldOf(volunteer)).isZero();
        assertThat(stock(offer)).isEqualTo("3 0 0");
        problem(market.fulfil(shop, held.getString("link")), 409, "code-lapsed");
    }

    @Test
    void endsWellWhenTheLimitOfItsMonthWasLiftedMeanwhile() {
        // Given a month of one, and the one is taken
        Town.Person volunteer = market.volunteerWith(200);
        UUID offer = market.offer(shop.id(), 50, 9, Map.of("perMonth", 1));
        JsonPath first = market.held(volunteer, offer);
        // When the limit is lifted, two more are taken, and all three end
        given().auth()
                .oauth2(market.official())
                .contentType("application/json")
                .body(Market.terms(50, 9))
                .put("/api/v1/offers/" + offer)
                .then()
                .statusCode(200);
        JsonPath second = market.held(volunteer, offer);
        JsonPath third = market.held(volunteer, offer);
        ok(market.fulfil(shop, first.getString("link")));
        ok(market.fulfil(shop, second.getString("link")));
        Market.post(volunteer.token(), "/api/v1/redemptions/" + third.getString("id") + "/cancellation", null);
        // Then the shelf counts two that are gone and none that is set aside, and so does the month
        assertThat(stock(offer)).isEqualTo("9 0 2");
        assertThat(surroundings
                        .database()
                        .value(
                                "select concat_ws(' ', held, fulfilled) from offer_stock"
                                        + " where offer_id = ? and period <> ''",
                                offer))
                .isEqualTo("0 2");
    }

    @Test
    void leavesTheMonthThatIsLimitedWhileItEnds() throws Exception {
        // Given a limit that comes while the till hands over: whoever redeems next begins the month, and counts what is
        // set aside, before the hand-over has been committed
        Town.Person volunteer = market.volunteerWith(200);
        UUID offer = market.offer(shop.id(), 50, 9);
        JsonPath held = market.held(volunteer, offer);
        CompletableFuture<Response> fulfilled;
        try (Connection other = surroundings.database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from offer_stock where offer_id = '" + offer + "' and period = '' for update");
            fulfilled = CompletableFuture.supplyAsync(() -> market.fulfil(shop, held.getString("link")));
            await().atMost(PATIENCE)
                    .until(() -> surroundings
                                    .database()
                                    .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and datname = current_database()")
                            == 1);
            statement.execute("insert into offer_stock (offer_id, period, total, held, fulfilled)"
                    + " select offer_id, period, 5, 1, 0 from redemption where offer_id = '" + offer + "'");
            other.commit();
        }
        ok(fulfilled.get(30, TimeUnit.SECONDS));
        // Then the month knows that it was handed over
        assertThat(surroundings
                        .database()
                        .value(
                                "select concat_ws(' ', held, fulfilled) from offer_stock"
                                        + " where offer_id = ? and period <> ''",
                                offer))
                .isEqualTo("0 1");
    }

    @Test
    void isRefusedForEveryReasonWithACodeOfItsOwn() {
        Town.Person volunteer = market.volunteerWith(200);
        problem(market.hold(volunteer, UUID.randomUUID()), 404, "not-found");
        problem(market.hold(volunteer, market.offer(shop.id(), 250, 3)), 409, "balance-too-low");
        problem(market.hold(volunteer, market.offer(shop.id(), 50, 0)), 409, "sold-out");
        Map<String, Object> later =
                Map.of("validFrom", LocalDate.now().plusDays(9).toString());
        problem(market.hold(volunteer, market.offer(shop.id(), 50, 3, later)), 409, "offer-not-on-sale");
        UUID once = market.offer(shop.id(), 50, 3, Map.of("perPerson", 1));
        market.held(volunteer, once);
        problem(market.hold(volunteer, once), 409, "own-limit-reached");
        UUID monthly = market.offer(shop.id(), 50, 9, Map.of("perMonth", 1));
        market.held(volunteer, monthly);
        problem(market.hold(volunteer, monthly), 409, "sold-out-this-month");
        UUID gone = market.offer(shop.id(), 50, 3);
        Market.post(market.official(), "/api/v1/offers/" + gone + "/withdrawal", null);
        problem(market.hold(volunteer, gone), 409, "offer-withdrawn");
        Market elsewhere = new Market(new Town(surroundings));
        problem(market.hold(volunteer, elsewhere.offer(elsewhere.merchant(), 50, 3)), 409, "offer-not-for-you");
        assertThat(market.heldOf(volunteer))
                .as("only what succeeded is set aside")
                .isEqualTo(100);
    }

    @Test
    void letsNobodyFindDigitsByTrying() {
        JsonPath held = market.held(market.volunteerWith(200), market.offer(shop.id(), 150, 3));
        String wrong = held.getString("code").startsWith("1") ? "2" : "1";
        int refused = 0;
        for (int tried = 0; tried < 25; tried++) {
            Response answer = market.verify(shop, wrong + "%05d".formatted(tried));
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        // a minute may end meanwhile, and then ten more are heard
        assertThat(refused).isBetween(5, 15);
    }

    private Object lots(Town.Person volunteer) {
        return surroundings
                .database()
                .query(
                        "select l.posting_id, l.remaining from lot l join account a on a.id = l.account_id"
                                + " where a.owner = ? order by 1",
                        volunteer.id().toString());
    }

    private String stock(UUID offer) {
        return (String) surroundings
                .database()
                .value(
                        "select concat_ws(' ', total, held, fulfilled) from offer_stock"
                                + " where offer_id = ? and period = ''",
                        offer);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static JsonPath ok(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath();
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.path("code")).isEqualTo(status + " " + code);
    }
}
