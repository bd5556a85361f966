package org.linli.points.redemption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.kit.test.Events;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;

/**
 * What is between hold and fulfilment is done wholly or not at all, and once: at each moment at which a death would do
 * the most harm, and while every connection to the database is cut again and again. What a dead process leaves behind
 * the test of faults shows, which arms the same moments.
 */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Where work dies between hold and fulfilment")
class RedemptionKillsTest {
    private static final int PEOPLE = 30;
    private static final int EACH = 3;
    private static final long PRICE = 100;
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(40);
    private static final Duration AGAIN = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    Surroundings surroundings;

    @Test
    @DisplayName("everybody gets what they set aside once, and nothing stays set aside")
    void everybodyGetsWhatTheySetAsideOnce() {
        Town town = new Town(surroundings);
        Market market = new Market(town);
        Market.Shop shop = market.shop();
        List<Town.Person> people = market.volunteersWith(PEOPLE, EACH * PRICE);
        UUID offer = market.offer(shop.id(), PRICE, PEOPLE * EACH);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger killed = new AtomicInteger();
        AtomicInteger repeated = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 1)) {
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> kill(over, killed), threads);
            CompletableFuture<?>[] all = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> CompletableFuture.runAsync(
                            () -> redeem(shop, people.get(person), offer, repeated), threads))
                    .toArray(CompletableFuture[]::new);
            try {
                CompletableFuture.allOf(all).join();
            } finally {
                over.set(true);
            }
            killer.join();
        }
        assertThat(killed).as("connections that were killed").hasValueGreaterThan(50);
        assertThat(repeated).as("calls that had to be repeated").hasPositiveValue();
        everythingIsHandedOver(town, market, shop, people, offer, EACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold-written", "hold-committed"})
    void whatWasSetAsideWithoutAnAnswerIsSetAsideOnce(String moment) {
        Town town = new Town(surroundings);
        Market market = new Market(town);
        Market.Shop shop = market.shop();
        Town.Person volunteer = market.volunteerWith(PRICE);
        UUID offer = market.offer(shop.id(), PRICE, 1);
        Answered answered = diesOnce(moment, volunteer.token(), "/api/v1/redemptions", Map.of("offerId", offer));
        // Then what was only written is gone, and what was committed is answered once more
        assertThat(answered.replayed()).isEqualTo(moment.endsWith("committed"));
        assertThat(market.heldOf(volunteer)).isEqualTo(PRICE);
        assertThat(stock(offer)).isEqualTo("1 1 0");
        Response fulfilled = market.fulfil(shop, answered.response().path("link"));
        assertThat(fulfilled.statusCode()).isEqualTo(200);
        everythingIsHandedOver(town, market, shop, List.of(volunteer), offer, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulfilment-written", "fulfilment-committed"})
    void whatWasHandedOverWithoutAnAnswerIsHandedOverOnce(String moment) {
        Town town = new Town(surroundings);
        Market market = new Market(town);
        Market.Shop shop = market.shop();
        Town.Person volunteer = market.volunteerWith(PRICE);
        UUID offer = market.offer(shop.id(), PRICE, 1);
        String link = market.held(volunteer, offer).getString("link");
        Answered answered =
                diesOnce(moment, shop.till(), "/api/v1/merchants/" + shop.id() + "/fulfilment", Map.of("code", link));
        assertThat(answered.replayed()).isEqualTo(moment.endsWith("committed"));
        // and who asks under another key is told that it is gone
        assertThat(market.fulfil(shop, link).<String>path("code")).isEqualTo("code-already-used");
        everythingIsHandedOver(town, market, shop, List.of(volunteer), offer, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lapse-written", "lapse-committed"})
    void whatLapsedWhenSomebodyDiedReturnsOnce(String moment) {
        Events.Since told = surroundings.events().since("linli.points");
        Town town = new Town(surroundings);
        Market market = new Market(town);
        Town.Person volunteer = market.volunteerWith(PRICE);
        UUID offer = market.offer(market.merchant(), PRICE, 1);
        UUID held = market.held(volunteer, offer).getUUID("id");
        Path armed = surroundings.arm(moment);
        surroundings
                .database()
                .execute("update redemption set valid_until = now() - interval '1 second' where id = ?", held);
        await().atMost(LIMIT).until(() -> Files.notExists(armed) && stock(offer).equals("1 0 0"));
        assertThat(town.balance(volunteer.id())).isEqualTo(PRICE);
        assertThat(market.heldOf(volunteer)).isZero();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(told.about(held.toString()))
                        .extracting(OnTopic::type)
                        .containsExactly("linli.points.redemption.held.v1", "linli.points.redemption.lapsed.v1"));
    }

    /** What the second of two calls under one key was answered. */
    private record Answered(Response response, boolean replayed) {}

    private Answered diesOnce(String moment, String token, String path, Object body) {
        Path armed = surroundings.arm(moment);
        String key = UUID.randomUUID().toString();
        assertThat(send(token, key, path, body).statusCode())
                .as("without a definite answer")
                .isEqualTo(500);
        assertThat(armed).doesNotExist();
        Response again = send(token, key, path, body);
        assertThat(again.statusCode()).as(again.asString()).isIn(200, 201);
        return new Answered(again, "true".equals(again.header("Idempotency-Replayed")));
    }

    private void everythingIsHandedOver(
            Town town, Market market, Market.Shop shop, List<Town.Person> people, UUID offer, int each) {
        long all = (long) people.size() * each;
        assertThat(market.payable(shop.id())).isEqualTo(all * PRICE);
        assertThat(people).allSatisfy(person -> {
            assertThat(town.balance(person.id())).isZero();
            assertThat(market.heldOf(person)).isZero();
        });
        assertThat(surroundings
                        .database()
                        .query(
                                "select status, count(*) as redemptions from redemption where offer_id = ?"
                                        + " group by status",
                                offer))
                .containsExactly(Map.of("status", "FULFILLED", "redemptions", all));
        assertThat(stock(offer)).isEqualTo(all + " 0 " + all);
    }

    private String stock(UUID offer) {
        return (String) surroundings
                .database()
                .value(
                        "select concat_ws(' ', total, held, fulfilled) from offer_stock"
                                + " where offer_id = ? and period = ''",
                        offer);
    }

    private void redeem(Market.Shop shop, Town.Person person, UUID offer, AtomicInteger repeated) {
        for (int one = 0; one < EACH; one++) {
            String link = untilDone(person.token(), "/api/v1/redemptions", Map.of("offerId", offer), repeated)
                    .path("link");
            untilDone(shop.till(), "/api/v1/merchants/" + shop.id() + "/fulfilment", Map.of("code", link), repeated);
        }
    }

    /** The same call under the same key until there is an answer, as our clients do. */
    private static Response untilDone(String token, String path, Object body, AtomicInteger repeated) {
        String key = UUID.randomUUID().toString();
        AtomicReference<Response> last = new AtomicReference<>();
        await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(AGAIN).until(() -> {
            last.set(send(token, key, path, body));
            boolean definite = last.get().statusCode() < 500
                    && !"idempotency-key-in-flight".equals(last.get().path("code"));
            repeated.addAndGet(definite ? 0 : 1);
            return definite;
        });
        assertThat(last.get().statusCode()).as(last.get().asString()).isIn(200, 201);
        return last.get();
    }

    private static Response send(String token, String key, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private void kill(AtomicBoolean over, AtomicInteger killed) {
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_KILLS)
                .until(() -> {
                    killed.addAndGet(Math.toIntExact(surroundings
                            .database()
                            .count("select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()"
                                    + " and state in ('active', 'idle in transaction') and random() < 0.3")));
                    return over.get();
                });
    }
}
