package org.linli.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The sessions and keys that registration keeps for all gateways. */
public final class StubRegistration {

    private static final String RENEWALS = "/gateway/renewals/";
    private static final String SESSIONS = "/api/v1/me/browser-sessions";

    private final Map<UUID, String> owners = new ConcurrentHashMap<>();
    private final Map<String, UUID> keys = new ConcurrentHashMap<>();
    private final Set<UUID> endedKeys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();
    private final StubRenewals renewals = new StubRenewals();
    private volatile Duration clockBehind = Duration.ZERO;
    private volatile long askedSince;
    private volatile boolean tooOften;

    /** Ends all sessions of a person as another gateway would. */
    public void endAllOf(String subject) {
        owners.forEach((id, owner) -> {
            if (owner.equals(subject)) {
                ended.add(id);
            }
        });
    }

    /** Sessions of a person that count. */
    public List<UUID> inForce(String subject) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(subject))
                .map(Map.Entry::getKey)
                .filter(id -> !ended.contains(id))
                .toList();
    }

    /** A key that reads requests, five times a minute, until it is revoked. */
    public String key() {
        String key = "linli_" + UUID.randomUUID();
        keys.put(key, UUID.randomUUID());
        return key;
    }

    public void revoke(String key) {
        endedKeys.add(keys.remove(key));
    }

    /** What it keeps of renewals. */
    public StubRenewals renewals() {
        return renewals;
    }

    /** From now on the clock of the database is that much behind ours. */
    public void clockIsBehind(Duration behind) {
        clockBehind = behind;
    }

    /** Since when a gateway last asked what ended, in milliseconds. */
    public long askedSince() {
        return askedSince;
    }

    /** From now on nobody begins a session. */
    public void refusesSessions(boolean refuses) {
        tooOften = refuses;
    }

    /** How often gateways asked what a key is worth. */
    public int keysAsked() {
        return keysAsked.get();
    }

    boolean handled(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/gateway/api-keys/worth")) {
            tellWorth(request);
            return true;
        }
        if (path.startsWith(RENEWALS)) {
            request.body()
                    .onSuccess(body -> renewals.handle(request, path.substring(RENEWALS.length()), body.toString()));
            return true;
        }
        if (path.equals("/gateway/endings")) {
            tellEndings(request);
            return true;
        }
        if (!path.startsWith(SESSIONS) || request.method() != HttpMethod.POST) {
            return false;
        }
        String subject = subject(request);
        if (path.equals(SESSIONS) && tooOften) {
            request.response().setStatusCode(429).end("{}");
        } else if (path.equals(SESSIONS)) {
            UUID id = UUID.randomUUID();
            owners.put(id, subject);
            request.response()
                    .setStatusCode(201)
                    .end(new JsonObject()
                            .put("id", id.toString())
                            .put("until", Instant.now().plusSeconds(3_600).toString())
                            .encode());
        } else if (path.equals(SESSIONS + "/end")) {
            endAllOf(subject);
            request.response().end("{}");
        } else {
            ended.add(UUID.fromString(path.substring(SESSIONS.length() + 1, path.length() - "/end".length())));
            request.response().setStatusCode(204).end();
        }
        return true;
    }

    private void tellEndings(HttpServerRequest request) {
        askedSince = Long.parseLong(request.getParam("since"));
        String until = Instant.now().plusSeconds(3_600).toString();
        JsonArray sessions = new JsonArray();
        ended.forEach(
                id -> sessions.add(new JsonObject().put("id", id.toString()).put("until", until)));
        JsonArray revoked = new JsonArray(endedKeys.stream().map(UUID::toString).toList());
        request.response()
                .end(new JsonObject()
                        .put("asOf", System.currentTimeMillis() - clockBehind.toMillis())
                        .put("sessions", sessions)
                        .put("keys", revoked)
                        .encode());
    }

    private void tellWorth(HttpServerRequest request) {
        keysAsked.incrementAndGet();
        UUID id = keys.get(request.getHeader("X-API-Key"));
        if (id == null) {
            request.response().setStatusCode(401).end();
            return;
        }
        request.response()
                .end(new JsonObject()
                        .put("id", id.toString())
                        .put("token", "token-of-" + id)
                        .put("seconds", 300)
                        .put("resources", new JsonArray().add("requests"))
                        .put("mayWrite", false)
                        .put("perMinute", 5)
                        .encode());
    }

    private static String subject(HttpServerRequest request) {
        String payload = request.getHeader("Authorization").split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .getString("sub");
    }
}
