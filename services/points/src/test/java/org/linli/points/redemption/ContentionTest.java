package org.linli.points.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

/** Two hundred at once (issue ACTIVITIES, contention): never one too many, and every loser knows why. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("When two hundred come at once")
class ContentionTest {
    private static final Logger LOG = Logger.getLogger(ContentionTest.class);
    private static final int CROWD = 200;
    private static final long PRICE = 100;

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
    @DisplayName("ten things go to ten people, and the others keep their points")
    void tenThingsGoToTenPeople() {
        List<Town.Person> people = market.volunteersWith(CROWD, PRICE);
        UUID offer = market.offer(shop.id(), PRICE, 10);
        Map<String, Long> answers = atOnce(person -> market.hold(people.get(person), offer));
        assertThat(answers).isEqualTo(Map.of("done", 10L, "409 sold-out", 190L));
        assertThat(stock(offer)).isEqualTo("10 10 0");
        assertThat(people.stream()
                        .mapToLong(person -> town.balance(person.id()))
                        .sum())
                .isEqualTo(190 * PRICE);
        assertThat(people.stream().mapToLong(market::heldOf).sum()).isEqualTo(10 * PRICE);
        assertThat(openHolds(offer)).isEqualTo(10);
    }

    @Test
    @DisplayName("ten of a month are ten, though the stock would last")
    void tenOfAMonthAreTen() {
        List<Town.Person> people = market.volunteersWith(CROWD, PRICE);
        UUID offer = market.offer(shop.id(), PRICE, CROWD, Map.of("perMonth", 10));
        assertThat(atOnce(person -> market.hold(people.get(person), offer)))
                .isEqualTo(Map.of("done", 10L, "409 sold-out-this-month", 190L));
        assertThat(stock(offer)).isEqualTo("200 10 0");
        assertThat(openHolds(offer)).isEqualTo(10);
    }

    @Test
    @DisplayName("one passbook pays what it holds and nothing more")
    void onePassbookPaysWhatItHolds() {
        Town.Person rich = market.volunteerWith(10 * PRICE);
        UUID offer = market.offer(shop.id(), PRICE, CROWD);
        assertThat(atOnce(turn -> market.hold(rich, offer)))
                .isEqualTo(Map.of("done", 10L, "409 balance-too-low", 190L));
        assertThat(town.balance(rich.id())).isZero();
        assertThat(market.heldOf(rich)).isEqualTo(10 * PRICE);
        assertThat(stock(offer)).isEqualTo("200 10 0");
    }

    @Test
    @DisplayName("one person takes as many as one person may")
    void onePersonTakesAsManyAsOnePersonMay() {
        Town.Person volunteer = market.volunteerWith(8 * PRICE);
        UUID offer = market.offer(shop.id(), PRICE, CROWD, Map.of("perPerson", 2));
        assertThat(atOnce(turn -> market.hold(volunteer, offer)))
                .isEqualTo(Map.of("done", 2L, "409 own-limit-reached", 198L));
        assertThat(market.heldOf(volunteer)).isEqualTo(2 * PRICE);
    }

    @Test
    @DisplayName("one code at two tills is handed over once")
    void oneCodeAtTwoTillsIsHandedOverOnce() {
        Town.Person volunteer = market.volunteerWith(PRICE);
        UUID offer = market.offer(shop.id(), PRICE, 5);
        JsonPath held = market.held(volunteer, offer);
        List<String> tills = List.of(shop.till(), market.till(shop.id()));
        assertThat(atOnce(turn -> market.fulfil(shop.id(), tills.get(turn % 2), held.getString("link"))))
                .isEqualTo(Map.of("done", 1L, "409 code-already-used", 199L));
        assertThat(market.payable(shop.id())).isEqualTo(PRICE);
        assertThat(market.heldOf(volunteer)).isZero();
        assertThat(stock(offer)).isEqualTo("5 0 1");
    }

    @Test
    @DisplayName("handing over and giving up never both happen, and no hold is left over")
    void handingOverAndGivingUpNeverBothHappen() {
        List<Town.Person> people = market.volunteersWith(CROWD / 2, PRICE);
        UUID offer = market.offer(shop.id(), PRICE, CROWD);
        List<JsonPath> held =
                people.stream().map(person -> market.held(person, offer)).toList();
        Map<String, Long> answers = atOnce(turn -> turn % 2 == 0
                ? market.fulfil(shop, held.get(turn / 2).getString("link"))
                : Market.send(
                        people.get(turn / 2).token(),
                        "/api/v1/redemptions/" + held.get(turn / 2).getString("id") + "/cancellation",
                        null));
        assertThat(answers.get("done")).isEqualTo(CROWD / 2);
        long handedOver = market.payable(shop.id()) / PRICE;
        assertThat(answers)
                .containsEntry("409 code-already-used", handedOver)
                .containsEntry("409 code-cancelled", CROWD / 2 - handedOver);
        assertThat(people.stream().mapToLong(market::heldOf).sum()).isZero();
        assertThat(people.stream()
                        .mapToLong(person -> town.balance(person.id()))
                        .sum())
                .isEqualTo((CROWD / 2 - handedOver) * PRICE);
        assertThat(stock(offer)).isEqualTo(CROWD + " 0 " + handedOver);
        assertThat(openHolds(offer)).isZero();
        assertThat(town.balance(Account.payable(shop.id(), PointsUnit.POINTS))).isEqualTo(handedOver * PRICE);
    }

    @Test
    @DisplayName("two who give to each other do not wait for each other")
    void twoWhoGiveToEachOtherDoNotWaitForEachOther() {
        List<Town.Person> two = market.volunteersWith(2, 8 * PRICE);
        Map<String, Long> answers = atOnce(turn -> Market.send(
                two.get(turn % 2).token(),
                "/api/v1/transfers",
                Map.of("toVolunteerId", two.get(1 - turn % 2).id(), "amount", PRICE)));
        // twenty points a day each, whatever comes back meanwhile
        assertThat(answers.keySet()).isSubsetOf("done", "409 balance-too-low", "409 transfer-limit-reached");
        assertThat(answers.get("done")).isBetween(8L, 40L);
        assertThat(two.stream().mapToLong(person -> town.balance(person.id())).sum())
                .isEqualTo(16 * PRICE);
    }

    private Map<String, Long> atOnce(IntFunction<Response> call) {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            List<CompletableFuture<Answered>> calls = IntStream.range(0, CROWD)
                    .mapToObj(turn -> CompletableFuture.supplyAsync(
                            () -> new Answered(call.apply(turn), System.nanoTime() - begin), threads))
                    .toList();
            List<Answered> answers = calls.stream().map(CompletableFuture::join).toList();
            long[] waited = answers.stream().mapToLong(Answered::nanos).sorted().toArray();
            LOG.infof(
                    "%d at once: half answered after %d ms, the last after %d ms",
                    CROWD, waited[CROWD / 2] / 1_000_000, waited[CROWD - 1] / 1_000_000);
            return Market.codes(answers.stream().map(Answered::answer).toList())
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    /** An answer, and how long after the beginning of all it was there. */
    private record Answered(Response answer, long nanos) {}

    private String stock(UUID offer) {
        return (String) surroundings
                .database()
                .value(
                        "select concat_ws(' ', total, held, fulfilled) from offer_stock"
                                + " where offer_id = ? and period = ''",
                        offer);
    }

    /** Holds in the ledger that nothing ended, for this offer. */
    private long openHolds(UUID offer) {
        return surroundings
                .database()
                .count(
                        "select count(*) from redemption r join posting p on p.id = r.hold_id"
                                + " where r.offer_id = ? and not exists (select from posting s where s.settles = p.id)",
                        offer);
    }
}
