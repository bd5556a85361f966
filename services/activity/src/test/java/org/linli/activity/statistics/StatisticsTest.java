package org.linli.activity.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.activity.bulk.Imports;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Statistics")
class StatisticsTest {
    private static final String SERVICE = "/api/v1/statistics/service?division=";
    private static final String RECOUNT = "/api/v1/operations/activity/statistics/recount";
    private static final String WAITING_FOR_CHANGES = """
            select count(*) from pg_locks where not granted and mode = 'ShareRowExclusiveLock'
                and database = (select oid from pg_database where datname = current_database())
            """;

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Imports imports;
    private DivisionCode street;
    private DivisionCode district;

    @BeforeEach
    void aTree() {
        here = new Neighbourhood(surroundings);
        imports = new Imports(here);
        String code = here.community().value();
        district = new DivisionCode(code.substring(0, 6) + "000000");
        street = new DivisionCode(code.substring(0, 9) + "000");
        imports.knows(district, DivisionLevel.DISTRICT, null);
        imports.knows(street, DivisionLevel.STREET, district);
        imports.knows(here.community(), DivisionLevel.COMMUNITY, street);
        imports.knows(here.community(6), DivisionLevel.COMMUNITY, street);
        DivisionCode other = here.acrossTheDistrict();
        DivisionCode otherStreet = new DivisionCode(other.value().substring(0, 9) + "000");
        imports.knows(otherStreet, DivisionLevel.STREET, district);
        imports.knows(other, DivisionLevel.COMMUNITY, otherStreet);
    }

    private JsonPath of(DivisionCode division, String period) {
        return get(200, imports.operator(), SERVICE + division + "&period=" + period)
                .jsonPath();
    }

    private void is(DivisionCode division, String period, long records, long volunteers, long minutes) {
        JsonPath found = of(division, period);
        assertThat(List.of(found.getLong("records"), found.getLong("volunteers"), found.getLong("minutes")))
                .as(division + " in " + period)
                .containsExactly(records, volunteers, minutes);
    }

    @Test
    @DisplayName("count each person once at every level and in every period")
    void countEachPersonOnce() {
        UUID one = here.volunteer().id();
        UUID two = here.volunteer().id();
        imports.send(List.of(
                imports.row("1", one, here.community(), 60, "2025-03-04"),
                imports.row("2", one, here.community(6), 30, "2025-03-05"),
                imports.row("3", one, here.acrossTheDistrict(), 15, "2025-04-01"),
                imports.row("4", two, here.acrossTheDistrict(), 100, "2024-12-31")));
        is(here.community(), "all", 1, 1, 60);
        is(street, "all", 2, 1, 90);
        is(district, "all", 4, 2, 205);
        is(district, "2025", 3, 1, 105);
        is(district, "2025-03", 2, 1, 90);
        is(district, "2025-04", 1, 1, 15);
        is(district, "2024", 1, 1, 100);
        is(district, "2023", 0, 0, 0);
    }

    @Test
    @DisplayName("show the divisions right below one, page by page")
    void showTheDivisionsBelow() {
        imports.send(List.of(imports.row("1", here.volunteer().id(), 60)));
        String path = "/api/v1/statistics/service/by-division?limit=1&division=" + district;
        var first = get(200, imports.operator(), path);
        first.then().body("items.division", equalTo(List.of(street.value()))).body("items[0].minutes", equalTo(60));
        String next = first.jsonPath().getString("next");
        get(200, imports.operator(), path + "&after=" + next)
                .then()
                .body(
                        "items[0].division",
                        equalTo(here.acrossTheDistrict().value().substring(0, 9) + "000"))
                .body("items[0].minutes", equalTo(0))
                .body("next", equalTo(null));
    }

    @Test
    @DisplayName("show orders by state, the times between steps, reviews and beneficiaries")
    void showOrders() {
        Visits visits = new Visits(here, clock);
        Person volunteer = here.volunteer();
        String month = clock.today().toString().substring(0, 7);
        String done = visits.taken(volunteer);
        post(200, volunteer, "/api/v1/requests/" + done + "/start", null);
        visits.pass(Duration.ofMinutes(10));
        post(200, volunteer, "/api/v1/requests/" + done + "/completion", null);
        post(200, visits.resident(), "/api/v1/requests/" + done + "/reviews", Map.of("stars", 4));
        visits.taken(volunteer);
        JsonPath found = of(street, month);
        assertThat(found.getMap("requestsByState")).isEqualTo(Map.of("COMPLETED", 1, "ACCEPTED", 1));
        assertThat(found.getLong("reviews")).isOne();
        assertThat(found.getDouble("averageStars")).isEqualTo(4.0);
        assertThat(found.getLong("beneficiaries")).isOne();
        assertThat(found.<String>getList("hops.hop"))
                .containsExactly("VERIFIED", "DISPATCHED", "ACCEPTED", "STARTED", "COMPLETED");
        assertThat(found.<Integer>getList("hops.times")).containsExactly(2, 2, 2, 1, 1);
        assertThat(found.getLong("hops[4].seconds")).isBetween(600L, 660L);
    }

    @Test
    @DisplayName("stay exact whatever happens to records and orders")
    void stayExact() {
        long seed = ThreadLocalRandom.current().nextLong();
        RandomCity city = new RandomCity(here, imports, clock, new Random(seed));
        for (int act = 0; act < 150; act++) {
            city.act();
        }
        assertThat(surroundings
                        .database()
                        .query(
                                "select * from statistics_difference where division like ?" + " or division is null",
                                here.community().district() + "%"))
                .as("seed " + seed)
                .isEmpty();
        is(district, "all", city.records(), city.volunteers(), city.minutes());
        assertThat(of(district, "all").getMap("requestsByState").values().stream()
                        .mapToInt(count -> (Integer) count)
                        .sum())
                .isEqualTo(city.orders());
    }

    @Test
    @DisplayName("that were broken are found by the recount, and mended when asked")
    void thatWereBrokenAreFound() {
        imports.send(List.of(imports.row("1", here.volunteer().id(), 60)));
        breakTheFigures();
        JsonPath found =
                post(200, imports.operator(), RECOUNT, Map.of("repair", false)).jsonPath();
        assertThat(found.getBoolean("sound")).isFalse();
        assertThat(found.getBoolean("repaired")).isFalse();
        assertThat(found.<Map<String, Object>>getList("differences"))
                .contains(Map.of(
                        "table",
                        "service_rollup",
                        "division",
                        here.community().value(),
                        "period",
                        "2025",
                        "figure",
                        "minutes",
                        "kept",
                        67,
                        "counted",
                        60));
        post(200, imports.operator(), RECOUNT, Map.of("repair", true))
                .then()
                .body("repaired", equalTo(true))
                .body("sound", equalTo(true));
        is(here.community(), "2025", 1, 1, 60);
        post(403, here.coordinator(), RECOUNT, Map.of("repair", true));
    }

    @Test
    @DisplayName("are mended after a change that is under way, which goes on meanwhile")
    void areMendedAfterAChangeUnderWay() throws SQLException {
        UUID person = here.volunteer().id();
        imports.send(List.of(imports.row("1", person, 60)));
        breakTheFigures();
        try (Connection change = surroundings.database().connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            change.setAutoCommit(false);
            touch(change, "served_volunteer", "volunteer_id = '" + person + "'");
            var repair = CompletableFuture.supplyAsync(
                    () -> post(200, imports.operator(), RECOUNT, Map.of("repair", true)), threads);
            await().until(() -> surroundings.database().count(WAITING_FOR_CHANGES) == 1);
            touch(change, "service_rollup", "division = '" + here.community() + "'");
            change.commit();
            repair.join().then().body("repaired", equalTo(true));
        }
        is(here.community(), "2025", 1, 1, 60);
    }

    /** Writes without a difference, as the trigger of a confirmed record writes. */
    private static void touch(Connection connection, String table, String which) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update " + table + " set minutes = minutes where " + which);
        }
    }

    private void breakTheFigures() {
        surroundings
                .database()
                .execute(
                        "update service_rollup set minutes = minutes + 7 where division = ? and period = '2025'",
                        here.community().value());
    }
}
