package org.linli.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The renewals that registration keeps for all gateways, with the same answers, refusals and times: RenewalApiTest of
 * registration says the same of the real ones. Its clock may be put forward.
 */
public final class StubRenewals {

    private static final Duration HOLD = Duration.ofSeconds(90);
    private static final Duration CLAIM_FORGOTTEN = Duration.ofMinutes(2);
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SECONDS = 15 * 60;
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "claim", Set.of("claim"), "outcome", Set.of("claim", "outcome", "seconds"), "release", Set.of("claim"));

    private final Map<String, Kept> rows = new HashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private Duration ahead = Duration.ZERO;
    private volatile Set<String> unheard = Set.of();
    private volatile boolean answersLost;

    private record Kept(UUID claim, Instant claimedUntil, String outcome, Instant forgetAt) {}

    /** From now on whoever comes with one of these gets 503: claim, outcome, release. */
    public void doesNotHear(String... what) {
        unheard = Set.of(what);
    }

    /** From now on turns are given, but the answers that say so are 503. */
    public void losesAnswers(boolean loses) {
        answersLost = loses;
    }

    /** Puts the clock forward. */
    public synchronized void later(Duration by) {
        ahead = ahead.plus(by);
    }

    /** All that is kept, as text. */
    public synchronized String text() {
        return rows.toString();
    }

    /** How long the outcome that was kept last is kept. */
    public synchronized Duration longestKept() {
        return rows.values().stream()
                .filter(kept -> kept.outcome != null)
                .map(kept -> Duration.between(now(), kept.forgetAt))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What gateways sent that registration would have refused. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    void handle(HttpServerRequest request, String path, String text) {
        String[] parts = path.split("/");
        JsonObject body = new JsonObject(text);
        if (unheard.contains(parts[1])) {
            request.response().setStatusCode(503).end("{}");
            return;
        }
        if (!"application/json".equals(request.getHeader("Content-Type")) || !isGood(parts[0], parts[1], body)) {
            refused.add(path + " " + text);
            request.response().setStatusCode(400).end("{}");
            return;
        }
        UUID claim = UUID.fromString(body.getString("claim"));
        JsonObject turn = switch (parts[1]) {
            case "claim" -> claim(parts[0], claim);
            case "outcome" -> keep(parts[0], claim, body.getString("outcome"), body.getInteger("seconds"));
            default -> release(parts[0], claim);
        };
        request.response()
                .setStatusCode(turn == null ? 204 : answersLost ? 503 : 200)
                .end(turn == null ? "" : turn.encode());
    }

    private static boolean isGood(String name, String what, JsonObject body) {
        if (!name.matches("[0-9a-f]{64}") || !FIELDS.get(what).equals(body.fieldNames())) {
            return false;
        }
        UUID.fromString(body.getString("claim"));
        String outcome = body.getString("outcome", "");
        int seconds = body.getInteger("seconds", 1);
        return outcome.matches("[A-Za-z0-9_-]*")
                && outcome.length() <= LONGEST
                && seconds >= 1
                && seconds <= LONGEST_SECONDS;
    }

    private synchronized JsonObject claim(String name, UUID claim) {
        Kept kept = rows.get(name);
        boolean free = kept == null
                || !now().isBefore(kept.forgetAt)
                || kept.outcome == null && (!now().isBefore(kept.claimedUntil) || kept.claim.equals(claim));
        if (free) {
            rows.put(name, new Kept(claim, now().plus(HOLD), null, now().plus(CLAIM_FORGOTTEN)));
            return new JsonObject().put("claim", claim.toString());
        }
        return kept.outcome == null ? new JsonObject() : new JsonObject().put("outcome", kept.outcome);
    }

    private synchronized JsonObject keep(String name, UUID claim, String outcome, int seconds) {
        Kept kept = rows.get(name);
        if (kept == null || kept.claim.equals(claim)) {
            Instant until = kept == null ? now() : kept.claimedUntil;
            rows.put(name, new Kept(claim, until, outcome, now().plusSeconds(seconds)));
        }
        return null;
    }

    private synchronized JsonObject release(String name, UUID claim) {
        rows.computeIfPresent(name, (key, kept) -> kept.claim.equals(claim) && kept.outcome == null ? null : kept);
        return null;
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }
}
