package org.linli.points.posting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;
import org.linli.points.ledger.Posting;

/**
 * The bank test (reliability, guard 2): every client earns an hour for one of a few volunteers and has it taken back
 * again, so that in no state of the bank more than one hour a client is out.
 */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("While eight clients move points")
class BankTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 12;
    private static final int VOLUNTEERS = 3;
    private static final long HOUR = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    Surroundings surroundings;
    private Town town;
    private String administrator;

    @Test
    @DisplayName("whoever reads the whole bank sees no wrong total and nobody below zero")
    void whoeverReadsTheWholeBankSeesNoWrongTotal() {
        town = new Town(surroundings);
        town.divisions();
        administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        List<Town.Person> volunteers =
                Stream.generate(town::volunteer).limit(VOLUNTEERS).toList();
        for (Town.Person volunteer : volunteers) {
            town.tell(town.confirmed(town.hours(volunteer.id(), 60, FIRST_DAY)));
            town.awaitBalance(volunteer.id(), HOUR);
        }
        List<Long> totals = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> moving = CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> move(client, volunteers), threads))
                    .toArray(CompletableFuture[]::new));
            do {
                totals.add(readEverything());
                statement(volunteers.get(totals.size() % VOLUNTEERS));
            } while (!moving.isDone());
            moving.join();
        }
        assertThat(totals)
                .hasSizeGreaterThan(ROUNDS)
                .allSatisfy(total -> assertThat(total)
                        .isBetween(VOLUNTEERS * HOUR, (VOLUNTEERS + CLIENTS) * HOUR)
                        .satisfies(sum -> assertThat(sum % HOUR).isZero()));
        assertThat(totals).as("points were seen moving").anyMatch(total -> total > VOLUNTEERS * HOUR);
        assertThat(readEverything()).isEqualTo(VOLUNTEERS * HOUR);
    }

    private void move(int client, List<Town.Person> volunteers) {
        for (int round = 0; round < ROUNDS; round++) {
            Town.Person volunteer = volunteers.get((client + round) % VOLUNTEERS);
            // a day for each, so that no cap of a day takes a part
            LocalDate day = FIRST_DAY.plusDays(1 + client * ROUNDS + round);
            ServiceRecordState hours = town.hours(volunteer.id(), 60, day);
            town.tell(town.confirmed(hours));
            UUID posting = Posting.idOf(hours.recordId(), "service-hours", 0);
            await().atMost(PATIENCE).until(() -> takeBack(posting) == 201);
            assertThat(takeBack(posting)).isEqualTo(409);
        }
    }

    private int takeBack(UUID posting) {
        return given().auth()
                .oauth2(administrator)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("reason", "记错了人"))
                .post("/api/v1/postings/" + posting + "/reversal")
                .statusCode();
    }

    /** All passbooks in one read; answers their sum. */
    private long readEverything() {
        JsonPath passbooks = read(administrator, "/api/v1/passbooks?limit=200&division=" + town.district());
        List<Integer> balances = passbooks.getList("items.balance");
        assertThat(balances).hasSize(VOLUNTEERS).allMatch(balance -> balance >= 0);
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    /** The lines of a passbook, newest first: each balance follows from the one before, and none is below zero. */
    private void statement(Town.Person volunteer) {
        JsonPath statement = read(volunteer.token(), "/api/v1/passbooks/" + volunteer.id() + "/statement?limit=200");
        List<Integer> balances = statement.getList("items.balance");
        List<Integer> amounts = statement.getList("items.amount");
        for (int line = 0; line < balances.size(); line++) {
            int before = line + 1 < balances.size() ? balances.get(line + 1) : 0;
            assertThat(balances.get(line)).isEqualTo(before + amounts.get(line)).isNotNegative();
        }
    }

    private static JsonPath read(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
