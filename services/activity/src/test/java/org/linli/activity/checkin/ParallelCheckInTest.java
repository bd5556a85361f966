package org.linli.activity.checkin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
@DisplayName("Fifty simultaneous check-ins of one person")
class ParallelCheckInTest {
    Surroundings surroundings;

    @Inject
    LinliClock clock;

    @Test
    @DisplayName("at two services open one pair; everybody else hears that there is one")
    void openOnePair() {
        Neighbourhood here = new Neighbourhood(surroundings);
        Visits visits = new Visits(here, clock);
        Person volunteer = here.volunteer();
        List<Map<String, Object>> arrivals =
                List.of(visits.arrival(visits.taken(volunteer)), visits.arrival(visits.taken(volunteer)));

        List<String> answers = together(
                50,
                number -> outcome(given().auth()
                        .oauth2(volunteer.token())
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(ContentType.JSON)
                        .body(arrivals.get(number % 2))
                        .post("/api/v1/check-ins")));

        assertThat(answers)
                .containsOnlyOnce("201")
                .filteredOn(answer -> !answer.equals("201"))
                .hasSize(49)
                .containsOnly("409 still-checked-in");
        assertThat(surroundings
                        .database()
                        .count("select count(*) from check_in where volunteer_id = ?", volunteer.id()))
                .isOne();
    }

    private static String outcome(Response answer) {
        return answer.statusCode() < 300
                ? Integer.toString(answer.statusCode())
                : answer.statusCode() + " " + answer.jsonPath().getString("code");
    }

    private static List<String> together(int count, java.util.function.IntFunction<String> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> calls = IntStream.range(0, count)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> call.apply(number), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
