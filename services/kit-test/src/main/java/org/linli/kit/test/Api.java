package org.linli.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.linli.kit.event.EventCodec;

/** The running service as its callers see it: its OpenAPI, and raw calls that no library makes nicer than they are. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Every operation under {@code /api/}, in the order of the document. */
    List<Operation> operations() {
        JsonNode document = get("/q/openapi?format=json").json();
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .filter(method -> path.getKey().startsWith("/api/"))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document))
                        .forEach(operations::add));
        return operations;
    }

    /** An answer of the service. */
    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            try {
                return EventCodec.json().readTree(response.body());
            } catch (IOException broken) {
                throw new AssertionError("Not JSON: " + text(), broken);
            }
        }

        /** What is wrong with it as a refusal; empty if it is a problem with status, code and sentence. */
        String faultAsProblem() {
            if (!header("content-type").startsWith("application/problem+json")) {
                return status + " is no problem+json but " + header("content-type") + " " + beginning();
            }
            JsonNode problem = json();
            boolean whole = problem.path("status").asInt() == status
                    && !problem.path("code").asText().isBlank()
                    && !problem.path("title").asText().isBlank()
                    && !problem.path("instance").asText().isBlank();
            return whole ? "" : status + " is a problem without its status, code, title or instance: " + beginning();
        }

        String beginning() {
            String text = text();
            return text.substring(0, Math.min(300, text.length()));
        }
    }

    Answer get(String path) {
        return send("GET", Sample.of(path, null), null);
    }

    Answer send(Operation operation, Sample sample) {
        return send(operation.method(), sample, operation.mediaType().orElse(null));
    }

    /** The status of an answer that does not end. */
    int statusOf(Sample stream) {
        HttpResponse<InputStream> response =
                send(request("GET", stream, null), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return response.statusCode();
        } catch (IOException broken) {
            throw new AssertionError("The stream " + stream.path() + " cannot be left", broken);
        }
    }

    Answer send(String method, Sample sample, String mediaType) {
        HttpResponse<byte[]> response =
                send(request(method, sample, mediaType), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    private static HttpRequest request(String method, Sample sample, String mediaType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + sample.path()))
                .timeout(PATIENCE)
                .method(method, bodyOf(sample));
        if (sample.token() != null) {
            request.header("Authorization", "Bearer " + sample.token());
        }
        if (sample.body() != null && mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        sample.headers().forEach(request::setHeader);
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
        try {
            return client.send(request, reading);
        } catch (IOException failed) {
            throw new AssertionError("No answer to " + request.method() + " " + request.uri() + ": " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Names of operations that a set of names does not know, and names that no operation has. */
    static String mismatch(List<Operation> operations, Set<String> names) {
        Set<String> missing = new TreeSet<>();
        Set<String> unknown = new TreeSet<>(names);
        for (Operation operation : operations) {
            unknown.remove(operation.key());
            if (!names.contains(operation.key())) {
                missing.add(operation.key());
            }
        }
        return (missing.isEmpty() ? "" : "no sample for " + missing + "; ")
                + (unknown.isEmpty() ? "" : "samples for operations that do not exist: " + unknown);
    }

    private static HttpRequest.BodyPublisher bodyOf(Sample sample) {
        return sample.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(sample.body(), StandardCharsets.UTF_8);
    }
}
