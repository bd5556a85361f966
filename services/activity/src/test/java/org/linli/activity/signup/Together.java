package org.linli.activity.signup;

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
import java.util.function.Function;
import org.linli.activity.Neighbourhood.Person;
import org.linli.kit.test.Sample;

/** Calls of many people at the same moment, each with a key of its own. */
final class Together {
    private Together() {}

    /** What one of them heard. */
    record Answer(int status, String body) {
        boolean says(String text) {
            return body.contains(text);
        }
    }

    static List<Answer> post(List<Person> people, Function<Person, String> path, Map<String, Object> body) {
        String json = body == null ? null : Sample.of("", body, null).body();
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> calls = people.stream()
                    .map(person ->
                            call(person, path.apply(person), path.apply(person).endsWith("withdrawal") ? null : json))
                    .map(call -> client.sendAsync(call, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            return calls.stream()
                    .map(CompletableFuture::join)
                    .map(answer -> new Answer(answer.statusCode(), answer.body()))
                    .toList();
        }
    }

    private static HttpRequest call(Person person, String path, String json) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + person.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "en")
                .timeout(Duration.ofMinutes(2));
        return json == null
                ? call.POST(HttpRequest.BodyPublishers.noBody()).build()
                : call.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
    }
}
