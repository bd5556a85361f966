package org.linli.points.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Points that end")
class ExpiryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Surroundings surroundings;

    @Inject
    ExpireUseCase expiry;

    private Town town;
    private Market market;
    private Town.Person volunteer;

    @BeforeEach
    void aVolunteerWithThreeLots() {
        town = new Town(surroundings);
        market = new Market(town);
        volunteer = market.volunteerWith(2400);
    }

    @Test
    @DisplayName("are posted away once, the others stay, and their owner is told once")
    void arePostedAwayOnce() {
        endsIn(1, "-1 second");
        long expiredBefore = expired();
        round();
        round();
        assertThat(town.balance(volunteer.id())).isEqualTo(1600);
        assertThat(expired()).isEqualTo(expiredBefore + 800);
        List<OnTopic> told = told("linli.points.lots.expired.v1", 1);
        assertThat(told).hasSize(1);
        assertThat(expiry(told).get("amount").asLong()).isEqualTo(800);
    }

    @Test
    @DisplayName("are told as they were posted, not as they were seen before the passbook was locked")
    void areToldAsTheyWerePosted() throws Exception {
        endsIn(2, "-1 second");
        UUID first = (UUID) surroundings
                .database()
                .value(
                        "select posting_id from lot where account_id = ? order by number limit 1",
                        Account.passbook(volunteer.id(), PointsUnit.POINTS).id());
        String administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        CompletableFuture<Response> takenBack;
        CompletableFuture<Void> ended;
        // Given a passbook that is locked, with somebody behind the lock who takes back what has ended first
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection lock = surroundings.database().connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("select from passbook where volunteer_id = '" + volunteer.id() + "' for update");
            takenBack = CompletableFuture.supplyAsync(
                    () -> Market.send(
                            administrator,
                            "/api/v1/postings/" + first + "/reversal",
                            java.util.Map.of("reason", "记错了人")),
                    threads);
            awaitWaiting(1);
            // When the round has seen both lots and waits behind both of them
            ended = CompletableFuture.runAsync(this::round, threads);
            awaitWaiting(2);
            lock.commit();
        }
        assertThat(takenBack.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        ended.get(30, TimeUnit.SECONDS);
        // Then one is left to end, and one is told
        assertThat(town.balance(volunteer.id())).isEqualTo(800);
        List<OnTopic> told = told("linli.points.lots.expired.v1", 1);
        assertThat(expiry(told).get("amount").asLong()).isEqualTo(800);
    }

    private void awaitWaiting(long transactions) {
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()")
                        == transactions);
    }

    @Test
    @DisplayName("that were warned of are forgotten some time after their end")
    void thatWereWarnedOfAreForgotten() {
        UUID account = UUID.randomUUID();
        for (int days : new int[] {89, 91}) {
            surroundings
                    .database()
                    .execute(
                            "insert into expiry_warning (account_id, expires_on, warned_at)"
                                    + " values (?, current_date - ?, now())",
                            account,
                            days);
        }
        freshDay();
        assertThat(surroundings
                        .database()
                        .query(
                                "select current_date - expires_on as days from expiry_warning where account_id = ?",
                                account))
                .containsExactly(java.util.Map.of("days", 89));
    }

    @Test
    @DisplayName("cannot be spent although their posting has not been made yet")
    void cannotBeSpentBeforeTheirPosting() {
        endsIn(3, "-1 second");
        UUID offer = market.offer(market.merchant(), 100, 3);
        assertThat(market.hold(volunteer, offer).path("code").toString()).isEqualTo("balance-too-low");
    }

    @Test
    @DisplayName("and lie in a redemption that lapses end when they return")
    void thatLieInARedemptionEndWhenTheyReturn() {
        endsIn(3, "1 hour");
        JsonPath held = market.held(volunteer, market.offer(market.merchant(), 1000, 3));
        endsIn(3, "-1 second");
        round();
        assertThat(town.balance(volunteer.id())).isZero();
        Market.post(volunteer.token(), "/api/v1/redemptions/" + held.getString("id") + "/cancellation", null);
        assertThat(town.balance(volunteer.id())).isEqualTo(1000);
        round();
        assertThat(town.balance(volunteer.id())).isZero();
        assertThat(market.heldOf(volunteer)).isZero();
    }

    @Test
    @DisplayName("are announced once, all that end in the same round together")
    void areAnnouncedOnce() {
        endsIn(2, "20 days");
        freshDay();
        freshDay();
        List<OnTopic> told = told("linli.points.lots.expiring.v1", 1);
        assertThat(told).hasSize(1);
        assertThat(expiry(told).get("amount").asLong()).isEqualTo(1600);
        assertThat(town.balance(volunteer.id())).isEqualTo(2400);
    }

    @Test
    @DisplayName("are given away with the end they have")
    void areGivenAwayWithTheEndTheyHave() {
        endsIn(1, "20 days");
        Town.Person friend = town.volunteer();
        Market.post(
                volunteer.token(), "/api/v1/transfers", java.util.Map.of("toVolunteerId", friend.id(), "amount", 1000));
        assertThat(surroundings
                        .database()
                        .query(
                                "select l.remaining, l.expires_at is null as lasting from lot l where l.account_id = ?"
                                        + " order by l.number",
                                Account.passbook(friend.id(), PointsUnit.POINTS).id()))
                .extracting(lot -> lot.get("remaining") + " " + lot.get("lasting"))
                .containsExactly("800 false", "200 true");
    }

    private void round() {
        expiry.round().await().atMost(PATIENCE);
    }

    /** As if a day had begun: the warning is asked for again. */
    private void freshDay() {
        expiry.forgetWarnings();
        round();
    }

    private void endsIn(int lots, String time) {
        surroundings
                .database()
                .execute(
                        "update lot set expires_at = now() + ?::interval where posting_id in"
                                + " (select posting_id from lot where account_id = ? order by number limit ?)",
                        time,
                        Account.passbook(volunteer.id(), PointsUnit.POINTS).id(),
                        lots);
    }

    private long expired() {
        return town.balance(Account.expired(town.community().value(), PointsUnit.POINTS));
    }

    private List<OnTopic> told(String type, int times) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine(type)).hasSizeGreaterThanOrEqualTo(times));
        return mine(type);
    }

    private List<OnTopic> mine(String type) {
        return surroundings.events().ofType("linli.points", type).stream()
                .filter(event -> volunteer.id().toString().equals(event.key()))
                .toList();
    }

    private static JsonNode expiry(List<OnTopic> told) {
        return told.getFirst().json().get("expiry");
    }
}
