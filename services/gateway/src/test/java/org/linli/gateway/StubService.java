package org.linli.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server in the place of a service, which behaves as the last part of the path says. */
public final class StubService {

    private final Vertx vertx;
    private final String name;
    private final JsonObject openapi;
    private final Queue<HttpServerResponse> streams = new ConcurrentLinkedQueue<>();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger streamsClosed = new AtomicInteger();
    private final StubRegistration registration = new StubRegistration();
    private final Map<String, JsonObject> tells = new ConcurrentHashMap<>();
    private HttpServer server;
    private int port;

    StubService(Vertx vertx, String name, JsonObject openapi) {
        this.vertx = vertx;
        this.name = name;
        this.openapi = openapi;
        start();
    }

    public void start() {
        try {
            server = vertx.createHttpServer()
                    .requestHandler(this::handle)
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            port = server.actualPort();
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void stop() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Calls of the API that arrived here, whatever became of them. */
    public int received() {
        return received.get();
    }

    /** What registration alone does for the gateway. */
    public StubRegistration registration() {
        return registration;
    }

    /**
     * From now on the service has something of its own to say.
     *
     * @param operation for example {@code GET /api/v1/inbox}
     */
    public void tells(String operation, JsonObject answer) {
        tells.put(operation, answer);
    }

    public void tellsNothing() {
        tells.clear();
    }

    public int streamsOpen() {
        return streams.size();
    }

    public int streamsClosed() {
        return streamsClosed.get();
    }

    public void tick(String data) {
        streams.forEach(stream -> stream.write("data: " + data + "\n\n"));
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("/q/")) {
            request.response().end(path.equals("/q/openapi") ? openapi.encode() : "{}");
            return;
        }
        if (registration.handled(request)) {
            return;
        }
        received.incrementAndGet();
        JsonObject told = told(request);
        if (told != null) {
            request.response().putHeader("Content-Type", "application/json").end(told.encode());
            return;
        }
        behave(path.substring(path.lastIndexOf('/') + 1), request);
    }

    /** As the last part of the path says. */
    private void behave(String how, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (how) {
            case "stream" -> stream(response);
            case "slow" -> request.resume();
            case "dies" -> request.connection().close();
            case "empty" -> response.setStatusCode(204).end();
            case "unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "half" ->
                response.setChunked(true)
                        .write("{\"items\":[")
                        .onComplete(sent -> request.connection().close());
            case "half-of-length" ->
                response.putHeader("Content-Length", "100")
                        .write("{\"items\":[")
                        .onComplete(sent -> request.connection().close());
            case "dressed" ->
                response.putHeader("Cache-Control", "max-age=60")
                        .putHeader("X-Frame-Options", "ALLOWALL")
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Connection", "X-Inner")
                        .putHeader("X-Inner", "1")
                        .end("{}");
            default -> echo(request);
        }
    }

    /** Only those who show a token are told anything, as at a real service. */
    private JsonObject told(HttpServerRequest request) {
        boolean known = String.valueOf(request.getHeader("Authorization")).startsWith("Bearer ey");
        return known ? tells.get(request.method() + " " + request.path()) : null;
    }

    private void stream(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/event-stream").setChunked(true);
        response.closeHandler(closed -> {
            streams.remove(response);
            streamsClosed.incrementAndGet();
        });
        response.writeHead();
        streams.add(response);
    }

    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
            Buffer answer = new JsonObject()
                    .put("service", name)
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("bytes", body.length())
                    .put("headers", headers)
                    .toBuffer();
            request.response().putHeader("Content-Type", "application/json").end(answer);
        });
    }
}
