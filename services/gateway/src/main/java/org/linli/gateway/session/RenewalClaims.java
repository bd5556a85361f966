package org.linli.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.session.BrowserSession.Tokens;

/**
 * Which gateway renews what, and what came of it: registration keeps it for a minute, under the hash of the refresh
 * token and sealed with the key that gateways alone have.
 */
@ApplicationScoped
class RenewalClaims {

    private static final Logger LOG = Logger.getLogger(RenewalClaims.class);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    /** How long an outcome is kept at the most: for calls of one page that were under way together. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String SEALED_AS = "linli-renewal ";

    private final Fetch fetch;
    private final Cookies cookies;
    private final URI address;
    private final Silence silence = new Silence(System::nanoTime);

    RenewalClaims(Fetch fetch, Cookies cookies, GatewayConfiguration configuration) {
        this.fetch = fetch;
        this.cookies = cookies;
        this.address = configuration.services().registration().resolve("/gateway/renewals/");
    }

    /** Whose turn it is. Sealed so that each has its own way on. */
    sealed interface Answer {

        /**
         * Ours.
         *
         * @param claim shows so
         */
        record Mine(String claim) implements Answer {}

        /** Another gateway's, which is at it. */
        record Theirs() implements Answer {}

        /** Nobody's any more: these came of it. */
        record Done(Tokens tokens) implements Answer {}

        /** Nobody's any more: the issuer said no. */
        record Refused() implements Answer {}

        /** Registration is away: it cannot be said. */
        record Unknown() implements Answer {}
    }

    /** Asks for the turn. */
    Future<Answer> claim(String name) {
        return fetch.post(address.resolve(name + "/claim"), JSON, new JsonObject().toBuffer(), WITHIN)
                .map(answer -> {
                    if (answer.status() != 200) {
                        throw new IllegalStateException("registration answered " + answer.status());
                    }
                    return read(name, answer.body().toJsonObject());
                })
                .onSuccess(answer -> silence.over())
                .otherwise(failure -> {
                    silence.missed()
                            .ifPresent(since -> LOG.warnf(
                                    "for %d s sessions are renewed without asking other gateways: %s",
                                    since.toSeconds(), failure.getMessage()));
                    return new Answer.Unknown();
                });
    }

    private Answer read(String name, JsonObject answer) {
        if (answer.getString("claim") != null) {
            return new Answer.Mine(answer.getString("claim"));
        }
        if (answer.getString("outcome") == null) {
            return new Answer.Theirs();
        }
        Optional<JsonObject> outcome = cookies.opened(SEALED_AS + name, answer.getString("outcome"));
        if (outcome.isEmpty()) {
            throw new IllegalStateException("an outcome was sealed with another key");
        }
        return outcome.get().isEmpty()
                ? new Answer.Refused()
                : new Answer.Done(Tokens.of(outcome.get()).orElseThrow());
    }

    /**
     * Tells other gateways what came of it.
     *
     * @param mine null if it was done without a turn
     * @param tokens null if the issuer said no
     */
    void keep(String name, Answer.Mine mine, Tokens tokens) {
        JsonObject outcome = tokens == null ? new JsonObject() : tokens.toJson();
        Duration useful = tokens == null ? KEPT : Duration.between(Instant.now(), tokens.accessUntil());
        long seconds = Math.clamp(useful.toSeconds(), 1, KEPT.toSeconds());
        tell(
                name + "/outcome",
                mine,
                new JsonObject()
                        .put("outcome", cookies.sealed(SEALED_AS + name, outcome))
                        .put("seconds", seconds));
    }

    /** Gives the turn back, as nothing came of it. */
    void release(String name, Answer.Mine mine) {
        tell(name + "/release", mine, new JsonObject());
    }

    private void tell(String path, Answer.Mine mine, JsonObject what) {
        if (mine != null) {
            fetch.post(
                            address.resolve(path),
                            JSON,
                            what.put("claim", mine.claim()).toBuffer(),
                            WITHIN)
                    .onFailure(
                            failure -> LOG.warnf("other gateways do not hear of a renewal: %s", failure.getMessage()));
        }
    }
}
