package org.linli.registration;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Calls to the API by one person.
 *
 * @param token bearer token
 */
public record Calls(String token) {

    /** Somebody's calls. */
    public static Calls by(String token) {
        return new Calls(token);
    }

    /** Reads. */
    public Response get(String path) {
        return request().get("/api/v1/" + path);
    }

    /** Posts without a body. */
    public Response post(String path) {
        return request().post("/api/v1/" + path);
    }

    /** Posts a body (a map becomes JSON). */
    public Response post(String path, Object body) {
        return request().contentType("application/json").body(body).post("/api/v1/" + path);
    }

    /** Posts a body for a version that was read before. */
    public Response post(String path, Object body, String ifMatch) {
        return request()
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/" + path);
    }

    /** Puts a body. */
    public Response put(String path, Object body) {
        return request().contentType("application/json").body(body).put("/api/v1/" + path);
    }

    /** Deletes. */
    public Response delete(String path) {
        return request().delete("/api/v1/" + path);
    }

    /** Posts something new; answers its id. */
    public UUID create(String path, Object body) {
        return post(path, body).then().statusCode(201).extract().jsonPath().getUUID("id");
    }

    /** All calls at the same time; answers their statuses. */
    public static List<Integer> together(List<Supplier<Response>> calls) {
        return answersTogether(calls).stream().map(Response::statusCode).toList();
    }

    /** All calls at the same time. */
    public static List<Response> answersTogether(List<Supplier<Response>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Response>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private RequestSpecification request() {
        // addresses are taken as they are: those of a Link header are encoded already
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
