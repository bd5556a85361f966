package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("An order offered to a team of 300")
class ParallelAcceptanceTest {
    private static final int MEMBERS = 300;

    Surroundings surroundings;

    @Test
    @DisplayName("is taken by exactly one of them when all accept at once; every other is told that it is taken")
    void isTakenByExactlyOne() {
        Neighbourhood here = new Neighbourhood(surroundings);
        List<Person> members = here.volunteers(MEMBERS);
        UUID team = here.team(members);
        Person station = here.coordinator();
        String id = post(201, here.recipient(null), "/api/v1/requests", here.order())
                .path("id");
        post(200, station, "/api/v1/requests/" + id + "/verification", null);
        post(200, station, "/api/v1/requests/" + id + "/dispatches", Map.of("teamId", team));

        List<HttpResponse<String>> answers = acceptTogether(id, members);

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .hasSize(MEMBERS - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.body()).contains("\"code\":\"request-taken\"");
                });
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from request_hop where request_id = ? and kind = 'ACCEPTED'",
                                UUID.fromString(id)))
                .isOne();
        String winner = get(200, station, "/api/v1/requests/" + id).path("volunteerId");
        assertThat(members).extracting(member -> member.id().toString()).contains(winner);
    }

    private static List<HttpResponse<String>> acceptTogether(String id, List<Person> members) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> calls = members.stream()
                    .map(member -> HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + RestAssured.port + "/api/v1/requests/" + id + "/acceptance"))
                            .header("Authorization", "Bearer " + member.token())
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .timeout(Duration.ofMinutes(1))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build())
                    .map(call -> client.sendAsync(call, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
