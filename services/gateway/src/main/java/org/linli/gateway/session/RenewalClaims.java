package org.linli.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.session.BrowserSession.Tokens;

/**
 * Which gateway renews what, and what came of it: registration keeps it for some minutes, under the hash of the refresh
 * token and sealed with the key that gateways alone have.
 */
@ApplicationScoped
class RenewalClaims {

    private static final Logger LOG = Logger.getLogger(RenewalClaims.class);
    private static final Duration WITHIN = Duration.ofSeconds(2);

    /** How long an outcome is kept at the most: for calls of one page that were under way together. */
    static final Duration KEPT = Duration.ofMinutes(1);

    /** How long one is kept that came too late for those calls: until the person tries again. */
    static final Duration LATE_KEPT = Duration.ofMinutes(15);

    /** How often registration is told again what it did not hear, each time twice as long after the last one. */
    private static final int TELLINGS = 9;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String SEALED_AS = "linli-renewal ";

    private final Vertx vertx;
    private final Fetch fetch;
    private final Cookies cookies;
    private final URI address;
    private final Silence silence = new Silence(System::nanoTime);

    RenewalClaims(Vertx vertx, Fetch fetch, Cookies cookies, GatewayConfiguration configuration) {
        this.vertx = vertx;
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

    /**
     * Asks for the turn.
     *
     * @param claim the asker's own, so that the turn is the asker's even if the answer is lost on the way
     */
    Future<Answer> claim(String name, String claim) {
        return fetch.post(
                        address.resolve(name + "/claim"),
                        JSON,
                        new JsonObject().put("claim", claim).toBuffer(),
                        WITHIN)
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
            // sealed with a key that is not ours yet: the token was used, and nobody here knows what came of it
            return new Answer.Theirs();
        }
        return outcome.get().isEmpty()
                ? new Answer.Refused()
                : new Answer.Done(Tokens.of(outcome.get()).orElseThrow());
    }

    /**
     * Tells other gateways what came of it, until registration has heard.
     *
     * @param tokens null if the issuer said no
     * @param late whether nobody waits for it any more
     */
    void keep(String name, String claim, Tokens tokens, boolean late) {
        JsonObject outcome = tokens == null ? new JsonObject() : tokens.toJson();
        Duration longest = late ? LATE_KEPT : KEPT;
        // an issuer that gives no newer refresh token is asked with this one again when its token ends
        boolean whileItCounts = tokens != null && !late;
        Duration useful = whileItCounts ? Duration.between(Instant.now(), tokens.accessUntil()) : longest;
        tell(
                name + "/outcome",
                new JsonObject()
                        .put("claim", claim)
                        .put("outcome", cookies.sealed(SEALED_AS + name, outcome))
                        .put("seconds", Math.clamp(useful.toSeconds(), 1, longest.toSeconds())),
                1);
    }

    /** Gives the turn back, as the token was not used. */
    void release(String name, String claim) {
        tell(name + "/release", new JsonObject().put("claim", claim), 1);
    }

    private void tell(String path, JsonObject what, int telling) {
        fetch.post(address.resolve(path), JSON, what.toBuffer(), WITHIN)
                .map(answer -> {
                    if (answer.status() >= 300) {
                        throw new IllegalStateException("registration answered " + answer.status());
                    }
                    return answer;
                })
                .onFailure(failure -> {
                    if (telling == 1 || telling == TELLINGS) {
                        LOG.warnf("other gateways do not hear of a renewal: %s", failure.getMessage());
                    }
                    if (telling < TELLINGS) {
                        vertx.timer(FIRST_PAUSE.toMillis() << telling, TimeUnit.MILLISECONDS)
                                .onSuccess(later -> tell(path, what, telling + 1));
                    }
                });
    }
}
