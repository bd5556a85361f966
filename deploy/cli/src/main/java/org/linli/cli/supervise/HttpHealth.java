package org.linli.cli.supervise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a service how it is, over HTTP. */
public final class HttpHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private HttpHealth() {}

    /** Ready if the page answers with 200; the detail names the checks that are down or degraded. */
    public static Health of(int port, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String detail = detail(answer.body());
            return answer.statusCode() == 200
                    ? new Health(true, true, detail)
                    : Health.notReady(detail.isEmpty() ? "answers " + answer.statusCode() : detail);
        } catch (IOException silent) {
            return Health.silent("no answer on port " + port);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return Health.silent("not asked to the end");
        }
    }

    /** The names of the checks that are not well, each with what they say; empty if all are. */
    static String detail(String body) {
        try {
            List<String> troubles = new ArrayList<>();
            for (JsonNode check : JSON.readTree(body).path("checks")) {
                boolean down = !check.path("status").asText().equals("UP");
                boolean degraded = check.path("data").path("state").asText().equalsIgnoreCase("degraded");
                if (down || degraded) {
                    troubles.add(describe(check));
                }
            }
            return String.join("; ", troubles);
        } catch (IOException notJson) {
            return "";
        }
    }

    private static String describe(JsonNode check) {
        List<String> data = new ArrayList<>();
        check.path("data")
                .properties()
                .forEach(entry ->
                        data.add(entry.getKey() + " " + entry.getValue().asText()));
        String name = check.path("name").asText();
        return data.isEmpty() ? name : name + " (" + String.join(", ", data) + ")";
    }
}
