package org.linli.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads what an issuer answered to a request for tokens (RFC 6749, section 5.1; OpenID Connect Core 1.0, 3.1.3). */
final class IssuedTokens {

    /** Assumed where the issuer does not say how long its token lasts; services find a wrong guess out. */
    private static final int SECONDS_UNSAID = 300;

    private IssuedTokens() {}

    /**
     * The tokens of an answer.
     *
     * @param refreshBefore what to refresh with next time if the answer has nothing newer; null if nothing
     */
    static BrowserSession.Tokens of(JsonObject answer, String refreshBefore) {
        String access = answer.getString("access_token");
        if (access == null) {
            throw new IllegalStateException("the issuer answered without a token");
        }
        int seconds = answer.getInteger("expires_in", SECONDS_UNSAID);
        return new BrowserSession.Tokens(
                access, Instant.now().plusSeconds(seconds), answer.getString("refresh_token", refreshBefore));
    }

    /**
     * Whether the answer is to our own question: the ID token was made by this issuer for this client with this nonce.
     * Its signature is not looked at: it comes from the issuer itself, over our own connection (section 3.1.3.7, 6).
     */
    static boolean answers(JsonObject answer, String issuer, String client, String nonce) {
        return claims(answer.getString("id_token"))
                .filter(claims -> issuer.equals(claims.getString("iss")))
                .filter(claims -> nonce.equals(claims.getString("nonce")))
                .filter(claims -> isFor(client, claims.getValue("aud")))
                .isPresent();
    }

    private static boolean isFor(String client, Object audience) {
        return client.equals(audience) || audience instanceof JsonArray several && several.contains(client);
    }

    private static Optional<JsonObject> claims(String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.");
        try {
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(new JsonObject(
                            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
