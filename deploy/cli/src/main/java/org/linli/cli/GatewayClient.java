package org.linli.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The gateway's public API as one person: JSON in and out, and a key with every POST so that it can be repeated. */
public class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Renewed long before the hour of its life is over. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(30);

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Supplier<String> tokens;
    private String token;
    private Instant tokenUntil = Instant.MIN;

    /** Speaks to the gateway at the address, with tokens as they are given out. */
    public GatewayClient(URI base, Supplier<String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** POST with a fresh key; the body is anything Jackson can write, null for none. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** POST with the key, so that it can be replayed. */
    public Answer post(String path, Object body, String idempotencyKey) {
        return send("POST", path, json(body), Map.of("Idempotency-Key", idempotencyKey));
    }

    /** POST without a key, of something that may be repeated by its own nature. */
    public Answer postAgain(String path, Object body) {
        return send("POST", path, json(body), Map.of());
    }

    /** POST of a text that is not JSON. */
    public Answer postText(String path, String contentType, String text, String idempotencyKey) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(text),
                Map.of("Idempotency-Key", idempotencyKey, "Content-Type", contentType));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** Any method with any headers more. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).timeout(PATIENCE).method(method, body);
        if (!headers.containsKey("Content-Type") && body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        HttpResponse<String> answer = exchange(request.build(), BodyHandlers.ofString());
        return new Answer(method + " " + path, answer.statusCode(), answer.headers(), parse(answer.body()));
    }

    /**
     * Opens a live stream (server-sent events) and hands its lines to the consumer on a thread of its own, until the
     * answer is closed or the stream ends.
     */
    public AutoCloseable stream(String path, Consumer<String> lines) {
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").GET().build();
        HttpResponse<java.io.InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new Refusal("GET " + path + " answered " + answer.statusCode() + " instead of a stream.");
        }
        java.io.BufferedReader reader = new java.io.BufferedReader(
                new java.io.InputStreamReader(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        Thread.ofVirtual().start(() -> follow(reader, lines));
        return answer.body();
    }

    private static void follow(java.io.BufferedReader reader, Consumer<String> lines) {
        try {
            reader.lines().forEach(lines);
        } catch (java.io.UncheckedIOException closed) {
            // whoever opened the stream closed it, or the gateway ended it; who waits for a line will notice
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + currentToken());
    }

    private synchronized String currentToken() {
        if (Instant.now().isAfter(tokenUntil)) {
            token = tokens.get();
            tokenUntil = Instant.now().plus(TOKEN_KEPT);
        }
        return token;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException silent) {
            throw new Refusal("The gateway at " + base + " does not answer; ./linli status tells more.", 3);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException notWritable) {
            throw new IllegalArgumentException(notWritable);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return text == null || text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
