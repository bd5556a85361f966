package org.linli.gateway.session;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed-in browser, as its sealed cookie says.
 *
 * @param id registration's, by which it can be ended
 * @param until when it ends at the latest
 * @param seen when it was last used, to the minute or so
 * @param tokens what the issuer gave
 */
record BrowserSession(UUID id, Instant until, Instant seen, Tokens tokens) {

    BrowserSession {
        Objects.requireNonNull(id);
        Objects.requireNonNull(until);
        Objects.requireNonNull(seen);
        Objects.requireNonNull(tokens);
    }

    /**
     * What the issuer gave.
     *
     * @param access proves to services who calls
     * @param accessUntil when it ends
     * @param refresh gets the next one; empty if the issuer gave none
     */
    record Tokens(String access, Instant accessUntil, String refresh) {

        JsonObject toJson() {
            return new JsonObject()
                    .put("a", access)
                    .put("x", accessUntil.getEpochSecond())
                    .put("r", refresh);
        }

        /** Empty if an older or newer gateway wrote something else. */
        static Optional<Tokens> of(JsonObject json) {
            try {
                return Optional.of(new Tokens(json.getString("a"), second(json, "x"), json.getString("r")));
            } catch (NullPointerException | ClassCastException otherForm) {
                return Optional.empty();
            }
        }
    }

    BrowserSession seenAt(Instant now) {
        return new BrowserSession(id, until, now, tokens);
    }

    BrowserSession with(Tokens newer, Instant now) {
        return new BrowserSession(id, until, now, newer);
    }

    JsonObject toJson() {
        return tokens.toJson()
                .put("i", id.toString())
                .put("u", until.getEpochSecond())
                .put("s", seen.getEpochSecond());
    }

    /** Empty if an older or newer gateway wrote something else. */
    static Optional<BrowserSession> of(JsonObject json) {
        try {
            return Tokens.of(json)
                    .map(tokens -> new BrowserSession(
                            UUID.fromString(json.getString("i")), second(json, "u"), second(json, "s"), tokens));
        } catch (NullPointerException | IllegalArgumentException | ClassCastException otherForm) {
            return Optional.empty();
        }
    }

    private static Instant second(JsonObject json, String name) {
        return Instant.ofEpochSecond(json.getLong(name));
    }
}
