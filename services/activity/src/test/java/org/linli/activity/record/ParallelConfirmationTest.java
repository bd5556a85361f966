package org.linli.activity.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.linli.activity.Neighbourhood.get;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Simultaneous confirmations")
class ParallelConfirmationTest {
    private static final String COUNTED = "200";

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Visits visits;
    private Person leader;
    private Person member;
    private UUID team;

    @BeforeEach
    void aTeam() {
        Neighbourhood here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        leader = here.volunteer();
        member = here.volunteer();
        team = here.team(List.of(leader, member));
    }

    @Test
    @DisplayName("of one record let it count once")
    void ofOneRecordLetItCountOnce() {
        String record = approved(0, 60);
        assertThat(confirm(IntStream.range(0, 20).mapToObj(number -> record).toList()))
                .containsOnlyOnce(COUNTED)
                .filteredOn(answer -> !answer.equals(COUNTED))
                .hasSize(19)
                .containsOnly("409 record-not-proposed");
        minutesAre(60);
    }

    @Test
    @DisplayName("of overlapping records let one of them count")
    void ofOverlappingRecordsLetOneCount() {
        List<String> records = IntStream.range(0, 6)
                .mapToObj(number -> approved(number * 10, 60))
                .toList();
        assertThat(confirm(records))
                .containsOnlyOnce(COUNTED)
                .filteredOn(answer -> !answer.equals(COUNTED))
                .hasSize(5)
                .containsOnly("409 times-overlap");
        minutesAre(60);
    }

    @Test
    @DisplayName("never let a day pass its gate")
    void neverLetADayPassItsGate() {
        List<String> records = IntStream.range(0, 6)
                .mapToObj(number -> approved(number * 100, 100))
                .toList();
        assertThat(confirm(records))
                .containsOnly(COUNTED, "403 day-needs-administrator")
                .filteredOn(COUNTED::equals)
                .hasSize(4);
        minutesAre(400);
    }

    private String approved(int minutesAfterNoon, int minutes) {
        return visits.approved(
                leader, member, team, visits.noon(2).plusSeconds(60L * minutesAfterNoon), Duration.ofMinutes(minutes));
    }

    private void minutesAre(int minutes) {
        get(200, member, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(minutes));
    }

    private List<String> confirm(List<String> records) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> calls = records.stream()
                    .map(record -> CompletableFuture.supplyAsync(() -> confirm(record), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    private String confirm(String record) {
        Response answer =
                given().auth().oauth2(leader.token()).post("/api/v1/service-records/" + record + "/confirmation");
        return answer.statusCode() == 200
                ? COUNTED
                : answer.statusCode() + " " + answer.jsonPath().getString("code");
    }
}
