package org.linli.gateway.call;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CORS (Fetch standard) for the origins the site lists; any other page's browser keeps the answer from it. */
final class CrossOrigin {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept-Language, Idempotency-Key, "
            + "If-Match, If-None-Match, Last-Event-ID, X-Request-Id, traceparent";
    private static final String ANSWER_HEADERS =
            "Link, Location, ETag, Retry-After, Idempotency-Replayed, X-Request-Id, WWW-Authenticate, RateLimit, "
                    + "RateLimit-Policy";

    private final Set<String> origins;

    CrossOrigin(Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    /** Adds what the caller's browser must be told. */
    void write(Call call) {
        if (origins.isEmpty()) {
            return;
        }
        MultiMap headers = call.response().headers();
        headers.add("Vary", "Origin");
        String origin = call.request().getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
    }

    /** Whether this is the question a browser asks before the call proper, from an origin that may ask it. */
    boolean isPreflight(Call call) {
        String origin = call.request().getHeader("Origin");
        return call.request().method() == HttpMethod.OPTIONS
                && origin != null
                && origins.contains(origin)
                && call.request().getHeader("Access-Control-Request-Method") != null;
    }

    void answerPreflight(Call call) {
        MultiMap headers = call.response().headers();
        headers.set("Access-Control-Allow-Methods", METHODS);
        headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
        headers.set("Access-Control-Max-Age", "600");
        call.discardRest();
        call.response().setStatusCode(204).end();
    }
}
