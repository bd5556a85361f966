package org.linli.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.token.SigningKeys.KeySet;

/**
 * Checks who calls. A token once verified is remembered under its SHA-256 until it ends or the keys change, so that
 * most calls cost a hash and no signature; the token itself is not kept.
 */
@ApplicationScoped
public class TokenCheck {

    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final String SCHEME = "Bearer ";

    private final SigningKeys keys;
    private final Cache<Fingerprint, Remembered> remembered;

    TokenCheck(SigningKeys keys, GatewayConfiguration configuration) {
        this.keys = keys;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(configuration.tokens().remembered())
                .build();
    }

    /** The verdict on the Authorization header; already there unless the issuer's keys have to be fetched first. */
    public Future<TokenVerdict> check(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (values.isEmpty()) {
            return verdict(new TokenVerdict.Missing());
        }
        String value = values.getFirst();
        // Two headers could be read differently by us and by the service behind.
        if (values.size() > 1
                || value.length() > LONGEST_TOKEN
                || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return verdict(new TokenVerdict.Invalid());
        }
        return check(value.substring(SCHEME.length()).strip());
    }

    /** The verdict on a token itself. */
    public Future<TokenVerdict> check(String token) {
        KeySet keySet = keys.current();
        if (keySet == null) {
            return keys.lookAgain()
                    .map(found -> known(verify(token, found)))
                    .otherwise(new TokenVerdict.KeysUnavailable());
        }
        Fingerprint fingerprint = Fingerprint.of(token);
        Remembered known = remembered.getIfPresent(fingerprint);
        if (known != null && known.keySet == keySet) {
            return verdict(known.verdict());
        }
        TokenSignature.Outcome outcome = verify(token, keySet);
        if (outcome instanceof TokenSignature.Outcome.UnknownKey) {
            return keys.lookAgain()
                    .otherwise(keySet)
                    .map(found -> found == keySet ? new TokenVerdict.Invalid() : known(verify(token, found)));
        }
        if (outcome instanceof TokenSignature.Outcome.Good good) {
            remembered.put(fingerprint, new Remembered(keySet, good.subject(), good.until()));
        }
        return verdict(known(outcome));
    }

    private static TokenSignature.Outcome verify(String token, KeySet keySet) {
        return keySet.signature().check(token);
    }

    private static TokenVerdict known(TokenSignature.Outcome outcome) {
        return switch (outcome) {
            case TokenSignature.Outcome.Good good -> new TokenVerdict.Accepted(good.subject(), good.until());
            case TokenSignature.Outcome.Expired expired -> new TokenVerdict.Expired();
            case TokenSignature.Outcome.UnknownKey unknown -> new TokenVerdict.Invalid();
            case TokenSignature.Outcome.Bad bad -> new TokenVerdict.Invalid();
        };
    }

    private static Future<TokenVerdict> verdict(TokenVerdict verdict) {
        return Future.succeededFuture(verdict);
    }

    private record Remembered(KeySet keySet, String subject, Instant until) {
        TokenVerdict verdict() {
            return Instant.now().isBefore(until)
                    ? new TokenVerdict.Accepted(subject, until)
                    : new TokenVerdict.Expired();
        }
    }

    /** SHA-256 of a token. */
    private record Fingerprint(long first, long second, long third, long fourth) {
        static Fingerprint of(String token) {
            try {
                byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
                ByteBuffer hash =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
                return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
